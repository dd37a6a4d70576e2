/** A provider's tokens: all begin with fixed characters, which is what makes them easy to tell. */
export interface TokenRule {
  readonly kind: string;
  /** Sticky pattern of the whole token. */
  readonly shape: RegExp;
  /** First two characters of every such token. */
  readonly starts: readonly string[];
}

const AWS = 'aws-access-key';
const GITHUB = 'github-token';
const GITLAB = 'gitlab-token';
const SLACK = 'slack-token';
const STRIPE = 'stripe-key';
const OPENAI = 'openai-key';
const ANTHROPIC = 'anthropic-key';
const SHOPIFY = 'shopify-token';
const GRAFANA = 'grafana-token';

/** Forms from the providers' own documentation and from public rules for secret scanners. */
export const TOKEN_RULES: readonly TokenRule[] = [
  rule(AWS, ['AK', 'AS', 'AB', 'AC'], /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}/y),
  rule('gcp-api-key', ['AI'], /AIza[\w-]{35}/y),
  rule('google-oauth-secret', ['GO'], /GOCSPX-[\w-]{28}/y),
  rule('google-oauth-token', ['ya'], /ya29\.[\w-]{30,512}/y),
  rule(GITHUB, ['gh'], /gh[opusr]_[\dA-Za-z]{36,251}/y),
  rule(GITHUB, ['gi'], /github_pat_[\dA-Za-z]{22}_[\dA-Za-z]{59}/y),
  rule(GITLAB, ['gl'], /gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat|ffct|oas)-[\w-]{20,64}/y),
  rule(GITLAB, ['GR'], /GR1348941[\w-]{20}/y),
  rule(SLACK, ['xo'], /xox[abeoprs](?:\.xox[bp])?-[\dA-Za-z-]{10,200}/y),
  rule(SLACK, ['xa'], /xapp-\d-[\dA-Z]{8,14}-\d{8,16}-[\da-f]{32,80}/y),
  rule(STRIPE, ['sk', 'rk'], /[rs]k_(?:live|test|prod)_[\dA-Za-z]{16,247}/y),
  rule('webhook-secret', ['wh'], /whsec_[\dA-Za-z+/]{24,64}={0,2}/y),
  rule(OPENAI, ['sk'], /sk-(?:proj|svcacct|admin|None)-[\w-]{20,200}/y),
  rule(OPENAI, ['sk'], /sk-[\dA-Za-z]{20}T3BlbkFJ[\dA-Za-z]{20}|sk-[\dA-Za-z]{32,64}/y),
  rule(ANTHROPIC, ['sk'], /sk-ant-(?:api|admin|sid|oat)\d{2}-[\w-]{40,140}/y),
  rule('openrouter-key', ['sk'], /sk-or-v1-[\da-f]{64}/y),
  rule('hugging-face-token', ['hf'], /hf_[\dA-Za-z]{34,40}/y),
  rule('hugging-face-token', ['ap'], /api_org_[\dA-Za-z]{34}/y),
  rule('groq-key', ['gs'], /gsk_[\dA-Za-z]{52}/y),
  rule('xai-key', ['xa'], /xai-[\dA-Za-z]{80}/y),
  rule('perplexity-key', ['pp'], /pplx-[\dA-Za-z]{48,56}/y),
  rule('replicate-token', ['r8'], /r8_[\dA-Za-z]{37}/y),
  rule('npm-token', ['np'], /npm_[\dA-Za-z]{36}/y),
  rule('pypi-token', ['py'], /pypi-AgE[\w-]{50,400}/y),
  rule('rubygems-key', ['ru'], /rubygems_[\da-f]{48}/y),
  rule('nuget-key', ['oy'], /oy2[a-z\d]{43}/y),
  rule('crates-io-token', ['ci'], /cio[\dA-Za-z]{32}/y),
  rule('docker-token', ['dc'], /dckr_(?:pat|oat)_[\w-]{27,60}/y),
  rule('sendgrid-key', ['SG'], /SG\.[\w-]{20,24}\.[\w-]{39,50}/y),
  rule('twilio-key', ['SK'], /SK[\da-f]{32}/y),
  rule('mailgun-key', ['ke'], /key-[\da-f]{32}/y),
  rule('brevo-key', ['xk'], /xkeysib-[\da-f]{64}-[\dA-Za-z]{16}/y),
  rule('resend-key', ['re'], /re_[\dA-Za-z]{8}_[\dA-Za-z]{24}/y),
  rule('digitalocean-token', ['do'], /do[opr]_v1_[\da-f]{64}/y),
  rule('heroku-key', ['HR'], /HRKU-[\w-]{36,64}/y),
  rule(SHOPIFY, ['sh'], /shp(?:at|ca|pa|ss)_[\dA-Fa-f]{32}/y),
  rule('square-token', ['sq'], /sq0(?:atp|csp|idp)-[\w-]{22,43}/y),
  rule('dropbox-token', ['sl'], /sl\.(?:u\.)?[\w-]{60,400}/y),
  rule('linear-key', ['li'], /lin_(?:api|oauth)_[\dA-Za-z]{32,64}/y),
  rule('notion-token', ['nt'], /ntn_\d{6,12}[\dA-Za-z]{32,38}/y),
  rule('notion-token', ['se'], /secret_[\dA-Za-z]{43}/y),
  rule('atlassian-token', ['AT'], /AT(?:ATT3xFfGF0|CTT3xFfGN0|BB)[\w-]{24,220}(?:=[\dA-F]{8})?/y),
  rule('databricks-token', ['da'], /dapi[\da-f]{32}(?:-\d)?/y),
  rule('new-relic-key', ['NR'], /NRAK-[\dA-Z]{27}|NRJS-[\da-f]{19}/y),
  rule(GRAFANA, ['gl'], /glsa_[\dA-Za-z]{32}_[\dA-Fa-f]{8}|glc_[\dA-Za-z+/]{32,400}={0,2}/y),
  rule('vault-token', ['hv'], /hv[brs]\.[\w-]{24,300}/y),
  rule('doppler-token', ['dp'], /dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]{2,35}\.)?[\dA-Za-z]{40,44}/y),
  rule('postman-key', ['PM'], /PMAK-[\da-f]{24}-[\da-f]{34}/y),
  rule('planetscale-token', ['ps'], /pscale_(?:tkn|pw|oauth)_[\w.-]{32,64}/y),
  rule('pulumi-token', ['pu'], /pul-[\da-f]{40}/y),
  rule('sentry-token', ['sn'], /sntry[su]_[\dA-Za-z+/=_]{60,400}/y),
  rule('facebook-token', ['EA'], /EAA[\dA-Za-z]{60,300}/y),
  rule(
    'discord-bot-token',
    ['MT', 'MD', 'MQ', 'Mj', 'Mz', 'NT', 'ND', 'NQ', 'Nj', 'Nz', 'OT', 'OD', 'OQ'],
    /[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,38}/y,
  ),
  rule('fly-token', ['fo'], /fo1_[\w-]{43}/y),
  rule('adafruit-key', ['ai'], /aio_[\dA-Za-z]{28}/y),
  rule('artifactory-key', ['AK'], /AKC[\dA-Za-z]{64,80}/y),
  rule('figma-token', ['fi'], /figd_[\w-]{40,48}/y),
  rule('airtable-token', ['pa'], /pat[\dA-Za-z]{14}\.[\da-f]{64}/y),
  rule('hubspot-token', ['pa'], /pat-(?:na|eu)\d-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/y),
  rule('supabase-token', ['sb'], /sbp_[\da-f]{40}|sb_secret_[\w-]{24,40}/y),
  rule('tailscale-key', ['ts'], /tskey-(?:auth|api|client|scim|webhook)-[\dA-Za-z]{8,24}-[\dA-Za-z]{16,48}/y),
  rule('contentful-token', ['CF'], /CFPAT-[\w-]{43}/y),
  rule('easypost-key', ['EZ'], /EZ[AT]K[\dA-Za-z]{54}/y),
  rule('flutterwave-key', ['FL'], /FLWSECK(?:_TEST)?-[\dA-Za-z]{32}-X/y),
  rule('mapbox-token', ['sk'], /sk\.eyJ[\w-]{40,200}\.[\w-]{20,40}/y),
  rule('sonar-token', ['sq'], /sq[apu]_[\da-f]{40}/y),
  rule('netlify-token', ['nf'], /nfp_[\dA-Za-z]{36}/y),
  rule('buildkite-token', ['bk'], /bkua_[\da-f]{40}/y),
  rule('circleci-token', ['CC'], /CCIPAT_[\dA-Za-z]{22}_[\da-f]{40}/y),
  rule('age-key', ['AG'], /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/y),
  rule('razorpay-key', ['rz'], /rzp_(?:live|test)_[\dA-Za-z]{14,24}/y),
  rule('launchdarkly-key', ['sd'], /sdk-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/y),
  rule('plaid-token', ['ac'], /access-(?:sandbox|development|production)-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/y),
  rule('typeform-token', ['tf'], /tfp_[\w-]{40,60}/y),
  rule('clickup-token', ['pk'], /pk_\d{6,9}_[\dA-Z]{32}/y),
  rule('lob-key', ['li', 'te'], /(?:live|test)_[\da-f]{35}/y),
];

function rule(kind: string, starts: readonly string[], shape: RegExp): TokenRule {
  return { kind, starts, shape };
}
