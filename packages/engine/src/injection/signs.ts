/** Words that speak to a model. */
export interface InjectionSign {
  /** To follow "The section". */
  readonly what: string;
  readonly pattern: RegExp;
}

const MODEL =
  '(?:(?:an? |the |any |all |this )?(?:ai|a\\.i\\.|artificial intelligence|llms?|large language models?|language models?|chat ?bots?|assistants?|ai (?:assistants?|models?|systems?|agents?)|gpt|chatgpt|claude|gemini|copilot|bard|llama))';
const ORDERS =
  '(?:instructions?|prompts?|rules|guidelines|directions|directives|orders|commands|training|programming|guardrails|safety (?:rules|filters?|settings)|restrictions|constraints|system messages?)';

/** One of these is enough. */
export const STRONG_SIGNS: readonly InjectionSign[] = [
  {
    what: 'tells a model to forget its orders',
    pattern: new RegExp(
      `\\b(?:ignore|disregard|forget|override|overrule|bypass|discard|skip|drop|do not (?:follow|obey)|don't (?:follow|obey)|stop (?:following|obeying)|pay no attention to)\\b[^.\\n]{0,40}\\b(?:all|any|every|everything|previous|previously|prior|above|earlier|preceding|your|original|initial|existing|foregoing|system)\\b[^.\\n]{0,40}\\b${ORDERS}\\b`,
      'iu',
    ),
  },
  {
    what: 'tells a model to forget its orders',
    pattern: new RegExp(
      `\\b(?:ignore|disregard|forget|override|overrule|discard)\\b[^.\\n]{0,20}\\b${ORDERS}\\b[^.\\n]{0,20}\\b(?:above|before|earlier|you (?:were|have been|got))\\b`,
      'iu',
    ),
  },
  {
    what: 'tells a model to forget what came before',
    pattern:
      /\b(?:ignore|disregard|forget) (?:everything|all|anything)(?: of)? (?:that (?:was|came|is)|you (?:were|have been) told|said|written|stated|above|before|prior)\b/iu,
  },
  {
    what: 'imitates the marks of a chat',
    pattern:
      /<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id|end_header_id)\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant)(?:_prompt|_message)?>|^\s*(?:###\s*)?(?:system|assistant)\s*(?:prompt|message|note|override|update)?\s*:\s*(?:you|ignore|from now|new|override|disregard|always|respond|the (?:user|previous)|sure|yes)\b/imu,
  },
  {
    what: 'imitates the end of the source',
    pattern:
      /\bsource [0-9a-f]{6,} ?>>>|<<< ?source\b|<\/?(?:source|document|context|material|user_input|untrusted|data)>\s*(?:now|new|system|ignore|you|instructions?|$)|(?:^|\n)\W*(?:end of (?:the )?(?:source|document|context|material|input|data|user input)|begin (?:system|new instructions))\b/iu,
  },
  {
    what: 'gives a model another part to play',
    pattern: new RegExp(
      `\\b(?:you are (?:no longer (?:an? |bound)|hereby|now (?:(?:an? |the |my )?(?:${MODEL}|dan\\b|pirate|hacker|evil|unrestricted|unfiltered|jailbroken|free (?:of|from))|in [a-z]+ mode))|from now on,? you(?:'re| are| will| must| shall)?|pretend (?:that )?(?:to be|you(?:'re| are)) ${MODEL}?|act as (?:if you (?:are|were|had)|an? (?:unrestricted|unfiltered|uncensored|jailbroken|evil))|(?:enter|enable|activate|switch to) (?:developer|debug|admin|god|jailbreak|dan|unrestricted|maintenance) mode|do anything now)\\b(?! (?:allowed|able|entitled|required|eligible|ready|logged|connected|registered|signed|enrolled|finished|done|going to see|being redirected|can\\b))`,
      'iu',
    ),
  },
  {
    what: 'asks for the orders or secrets of a model',
    pattern:
      /\b(?:reveal(?:ing)?|repeat(?:ing)?|print(?:ing)?|output(?:ting)?|show|disclose|leak|expose|write out|display|tell (?:me|us)|send|e-?mail|post|transmit|include|append|copy|list|summari[sz]e)\b[^.\n]{0,50}\b(?:(?:your|the|its) (?:system|initial|original|hidden|secret|full|entire|developer) (?:prompt|instructions?|message|rules)|your (?:prompt|instructions|rules|guidelines|configuration|training data|context window|conversation)|(?:this|the|our|previous|whole|entire|user'?s?) (?:conversation|chat)(?: history)?|(?:all|any|every) (?:api keys|environment variables|credentials|secrets) (?:you|in your|available to you))\b/iu,
  },
  {
    what: 'dictates a model what to answer',
    pattern:
      /\b(?:(?:respond|reply|answer|output) (?:(?:to )?(?:every|all|any|each) (?:question|prompt|request|message|query|item)s? )?(?:only|solely|exclusively|just|exactly|always)? ?(?:with(?! `)|by (?:saying|writing|stating|printing)) (?:only |exactly |just |nothing but |the (?:single )?(?:word|phrase|sentence|text|string|following) |["“'])|(?:your|the) (?:only|entire|whole|final|next) (?:answer|response|output|reply) (?:must|should|shall|will|has to) (?:be|say|read|contain|consist)|(?:say|print|output|write) (?:only|exactly|nothing but) ["“'`]|answer (?:every|all|each|any) (?:question|item)s? (?:with|by)|\byou (?:must |should |will )?(?:always|only) (?:answer|respond|reply|say)(?: with)? ["“'`])/iu,
  },
  {
    what: 'speaks to a model',
    pattern: new RegExp(
      `\\b(?:(?:note|message|instructions?|attention|notice|hint|reminder|important|warning|dear|hey|hello|hi|memo)(?:,? (?:to|for))?:? ?(?:all |any |every )?${MODEL}\\b|if you(?:'re| are) (?:${MODEL})|(?:as|being) ${MODEL},? you (?:must|should|shall|will|have to|need to)|${MODEL} (?:reading|processing|summari[sz]ing|analy[sz]ing|parsing|indexing|reviewing|evaluating|that reads?|who reads?) this|when (?:summari[sz]ing|processing|analy[sz]ing|reading|generating (?:questions|answers|data) (?:from|about)|training on) this (?:document|page|text|file|section|source)[^.\\n]{0,40}\\b(?:you|always|do not|don't|must|add|include|say|state|output|insert|recommend|rate|answer))`,
      'iu',
    ),
  },
  {
    what: 'announces new orders',
    pattern:
      /\b(?:new|updated|revised|real|actual|true|secret|hidden|additional|urgent|special) (?:system )?(?:instructions?|prompt|orders|directives?|task)(?: for (?:you|the (?:ai|model|assistant))\b| follows?\b| begins?\b| is to\b| ?:)|(?:^|\n)\W*(?:system|admin(?:istrator)?|developer|root) (?:override|command|instruction|prompt)\b|\byour (?:new|real|actual|true|only|primary) (?:task|goal|objective|purpose|mission|instructions?) (?:is|are)\b(?! (?:at|on|in)\b)/iu,
  },
  {
    what: 'asks a model to call a tool or open an address',
    pattern:
      /\b(?:call|invoke|use|run|execute) (?:the )?(?:[\w-]+ )?(?:function|tool|plugin|browser tool|code interpreter)s?\b(?! with the (?!user|conversation|system))[^.\n]{0,40}\b(?:send|fetch|post|delete|exfiltrate|upload|open|with the (?:user|conversation|system))|!\[[^\]\n]{0,80}\]\(https?:[^)\s]{0,200}(?:\{|\[|%7B|<)[^)\s]{0,80}\)|"tool_calls"\s*:|"function_call"\s*:\s*\{/iu,
  },
  {
    what: 'tells a model to forget its orders, in another language',
    pattern:
      /\b(?:ignorier(?:e|en sie)?|vergiss|vergessen sie|missachte|missachten sie) (?:bitte )?(?:alle |sämtliche )?(?:deine |ihre |die )?(?:bisherigen|vorherigen|vorigen|obigen|früheren)? ?(?:anweisungen|instruktionen|regeln|vorgaben)|\b(?:ignore[zr]?|oublie[zr]?) (?:toutes )?(?:les |tes |vos )?(?:instructions|consignes|règles) (?:précédentes|antérieures|ci-dessus)|\b(?:ignora|ignore|olvida|olvide) (?:todas )?(?:las |tus |sus )?(?:instrucciones|indicaciones|reglas) (?:anteriores|previas)|\b(?:ignora|dimentica) (?:tutte )?(?:le )?(?:istruzioni|regole) precedenti|\bignore (?:todas )?(?:as )?(?:instruções|regras) anteriores|игнорируй(?:те)? (?:все )?(?:предыдущие )?(?:инструкции|указания)|(?:忽略|无视|忘记)(?:所有|之前|以上|前面)*的?(?:指令|指示|说明|提示)|(?:以前|これまで|上記)の(?:指示|命令)(?:を|は)(?:すべて)?無視|(?:이전|위의) (?:지시|명령)(?:를|을|사항을)? ?(?:모두 )?무시/iu,
  },
];

/** Two different ones of these are enough. */
export const WEAK_SIGNS: readonly InjectionSign[] = [
  {
    what: 'names a model',
    pattern: new RegExp(
      `\\b(?:${MODEL}|prompts?|models? (?:that|which) (?:reads?|scores?|grades?|rates?|summari[sz]es?))\\b`,
      'iu',
    ),
  },
  {
    what: 'asks to be kept secret',
    pattern:
      /\b(?:do not|don't|never) (?:mention|reveal|tell|inform|disclose|acknowledge|reference)\b[^.\n]{0,40}\b(?:this|these|user|reader|anyone|instructions?)\b/iu,
  },
  {
    what: 'tells a model what to do before it answers',
    pattern:
      /\b(?:before (?:answering|responding|you answer|you respond)|in (?:your|every|each|all) (?:answers?|responses?|outputs?|replies|summar(?:y|ies))|every (?:answer|question|response) (?:you|must|should)|(?:end|begin|start) (?:every|each|all|your) (?:answers?|responses?|repl(?:y|ies)|messages?))\b/iu,
  },
  {
    what: 'dictates a verdict',
    pattern:
      /\b(?:rate|score|rank|evaluate|grade|mark|label|classify) (?:this|it) (?:document |text |page |candidate |paper |resume |application )?(?:as |with |at )?(?:the )?(?:highest|best|top|10|100|5 out of 5|excellent|positive(?:ly)?|outstanding|safe)\b|\balways (?:recommend|answer|respond|choose|say|mention)\b/iu,
  },
];
