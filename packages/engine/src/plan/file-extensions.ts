/** Media types that a name alone can tell; used where the content is plain text or an unreadable ZIP. */
const MEDIA_TYPE_BY_EXTENSION: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['docm', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['dotx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['pptm', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['ppsx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['xlsm', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['odp', 'application/vnd.oasis.opendocument.presentation'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['epub', 'application/epub+zip'],
  ['rtf', 'application/rtf'],
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['xhtml', 'text/html'],
  ['md', 'text/markdown'],
  ['markdown', 'text/markdown'],
  ['mdown', 'text/markdown'],
  ['mdx', 'text/markdown'],
  ['qmd', 'text/markdown'],
  ['txt', 'text/plain'],
  ['text', 'text/plain'],
  ['rst', 'text/plain'],
  ['adoc', 'text/plain'],
  ['log', 'text/plain'],
  ['csv', 'text/csv'],
  ['tsv', 'text/tab-separated-values'],
  ['tab', 'text/tab-separated-values'],
  ['json', 'application/json'],
  ['jsonl', 'application/x-ndjson'],
  ['ndjson', 'application/x-ndjson'],
  ['eml', 'message/rfc822'],
]);

/** Source code by extension: the language name that ends up in the media type `text/x-<language>`. */
const LANGUAGE_BY_EXTENSION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bash: ['sh', 'bash', 'zsh', 'ksh'],
    c: ['c', 'h'],
    cpp: ['cc', 'cpp', 'cxx', 'hpp', 'hh', 'hxx'],
    csharp: ['cs'],
    css: ['css', 'scss', 'sass', 'less'],
    clojure: ['clj', 'cljs', 'cljc'],
    dart: ['dart'],
    dockerfile: ['dockerfile'],
    elixir: ['ex', 'exs'],
    erlang: ['erl', 'hrl'],
    fsharp: ['fs', 'fsx'],
    go: ['go'],
    graphql: ['graphql', 'gql'],
    groovy: ['groovy', 'gradle'],
    haskell: ['hs'],
    hcl: ['tf', 'hcl'],
    ini: ['ini', 'cfg', 'conf', 'properties', 'env'],
    java: ['java'],
    javascript: ['js', 'mjs', 'cjs', 'jsx'],
    julia: ['jl'],
    kotlin: ['kt', 'kts'],
    lua: ['lua'],
    makefile: ['mk', 'make', 'makefile'],
    matlab: ['m'],
    nix: ['nix'],
    ocaml: ['ml', 'mli'],
    perl: ['pl', 'pm'],
    php: ['php'],
    powershell: ['ps1', 'psm1'],
    protobuf: ['proto'],
    python: ['py', 'pyi', 'pyw'],
    r: ['r'],
    ruby: ['rb', 'rake', 'gemfile'],
    rust: ['rs'],
    scala: ['scala', 'sc'],
    solidity: ['sol'],
    sql: ['sql'],
    svelte: ['svelte'],
    swift: ['swift'],
    toml: ['toml'],
    typescript: ['ts', 'mts', 'cts', 'tsx'],
    vb: ['vb', 'bas'],
    vue: ['vue'],
    yaml: ['yaml', 'yml'],
    zig: ['zig'],
  }).flatMap(([language, extensions]) => extensions.map((extension): [string, string] => [extension, language])),
);

/** The part after the last dot in lower case; the whole name for `Makefile` and the like; empty for hidden names. */
function fileExtension(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The media type a name promises, or undefined where it promises none. */
export function mediaTypeOfName(path: string): string | undefined {
  const extension = fileExtension(path);
  const known = MEDIA_TYPE_BY_EXTENSION.get(extension);
  if (known !== undefined) return known;
  const language = LANGUAGE_BY_EXTENSION.get(extension);
  return language === undefined ? undefined : `text/x-${language}`;
}
