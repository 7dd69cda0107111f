"""Asides: what a page says to its readers beside the article.

"Sign up for our newsletter", "may earn a commission", "can be reached at": no proof,
since an article may speak of newsletters, but a sign. What never is the article's
is in ``furniture``.
"""

import re
from typing import Final, NamedTuple

from newsmodel.rules._words import words


class AsideRule(NamedTuple):
    """How one kind of aside is worded.

    Attributes:
        name: What it speaks of.
        hints: No text without one of these words is any: to look for words is much
            faster than to look for a pattern.
        pattern: How it is worded.
        example: A text that it must read.
    """

    name: str
    hints: str
    pattern: str
    example: str


ASIDE_RULES: Final = (
    AsideRule(
        "newsletter",
        "newsletter newsletters inbox posteingang nieuwsbrief nyhetsbrev"
        " nyhedsbrev boletín infolettre рассылку bülten alerts",
        r"(?:\bsign(?:ing)?\s+up|subscri|regist|deliver|\bget\b|\bjoin|abonn|anmeld"
        r"|\bmelde|bestell|inscri|iscriv|suscr|assin|prenumer|schrijf|tilmeld|zapisz"
        r"|подпи|straight|direct).{0,90}(?:newsletter|\binbox|posteingang"
        r"|mail\s+alert|nieuwsbrief|nyhetsbrev|nyhedsbrev|boletín|infolettre"
        r"|рассылк|bülten)"
        r"|(?:newsletter|\binbox|nieuwsbrief|nyhetsbrev|nyhedsbrev|boletín|infolettre"
        r"|рассылк|bülten).{0,60}(?:sign\s+up|subscri|abonn|anmeld|bestell|inscri"
        r"|iscriv|suscr|assin|prenumer|подпи)",
        "Sign up for our weekly newsletter.",
    ),
    AsideRule(
        "purchases",
        "affiliate affiliates commission commissions commissie earn"
        " independently provision affiliés affiliation afiliados",
        r"\baffiliate\b|\b(?:earn|receive|get|make)\b[^.!?\n]{0,40}\bcommission"
        r"|\bearn\b[^.!?\n]{0,20}\b(?:fee|revenue)\b"
        r"|independently\s+(?:selected|reviewed|chosen)"
        r"|provision\b.{0,60}(?:link|kauf|bestell)|(?:kauf|bestell|link).{0,80}provision"
        r"|partenaires?\s+d.affiliation|liens?\s+affili|enlaces?\s+de\s+afiliad"
        r"|commissie",
        "If you buy through our links, we may earn a commission.",
    ),
    AsideRule(
        "contact",
        "@ reached contacted emailed mailed phone tel call",
        r"\b(?:can|may)\s+be\s+(?:reached|contacted|e-?mailed)\b"
        r"|\w[\w.+-]{0,60}@[\w-]{1,60}\.[a-z]{2,}"
        r"|\b(?:phone|tel|call)[.:]?\s{0,3}\(?\+?[0-9][0-9() .-]{7,}",
        "Ann Example can be reached at ann@example.com.",
    ),
    AsideRule(
        "follow",
        "follow followed folgen folge folgt suivez síguenos seguici volg"
        " følg följ us подписывайтесь",
        r"\bfollow(?:ed)?\s[^.!?]{0,60}(?:\b(?:twitter|facebook|instagram|threads"
        r"|bluesky|mastodon|linkedin|tiktok|whatsapp|youtube|social\s+media)\b"
        r"|\bon\s+x\b|@\w)"
        r"|folgen?\s+(?:sie|du|uns)\b.{0,40}(?:\bauf|\bbei)\b|suivez[- ]nous|síguenos"
        r"|seguici\s+su|volg\s+ons|følg\s+oss|följ\s+oss|(?:find|like)\s+us\s+on"
        r"|подписывай",
        "Follow Ann Example on Instagram.",
    ),
    AsideRule(
        "support",
        "support donate donation donations contribute contributing"
        " contribution contributions fund little become patreon coffee"
        " unterstützen unterstütze spende spenden spendet soutenez don apoya"
        " steun",
        r"\b(?:support|donat\w+|contribut\w+|fund)\b[^.!?\n]{0,60}\b(?:our|independent"
        r"|local|quality|this|my)\s+(?:[\w-]+\s+)?(?:journalism|newsroom|work"
        r"|reporting|mission|blog|site|media)\b|\bas\s+little\s+as\s+[$£€]"
        r"|\byour\s+(?:generous\s+|financial\s+)?(?:support|contributions?|donations?)"
        r"\b|become\s+an?\s+(?:\w+\s+)?(?:member|supporter|subscriber|patron)\b"
        r"|patreon|unterstütz\w*\s+(?:sie\s+)?(?:uns|unsere)\b"
        r"|\bspende[nt]?\b.{0,40}\b(?:uns|konto|paypal)|soutenez|faites\s+un\s+don"
        r"|apoya\s+(?:nuestro|a)\b|steun\s+ons",
        "Support our journalism with as little as $1 a month.",
    ),
    AsideRule(
        "consent",
        "externe externer externen drittplattformen drittanbieter"
        " personenbezogene cookie cookies privacy datenschutz"
        " datenschutzerklärung contenu contenus contenido contenidos third"
        " terms dati données",
        r"externe[rn]?\s+(?:inhalt|content)|drittplattform|drittanbieter"
        r"|personenbezogene|\bcookies?\b|privacy\s+(?:policy|notice)|datenschutz"
        r"|contenus?\s+(?:externe|tiers)|contenidos?\s+extern"
        r"|third[- ]party\s+(?:content|site)|terms\s+of\s+(?:use|service)"
        r"|dati\s+personali|données\s+personnelles",
        "This content is hosted by a third party: accept its cookies to see it.",
    ),
    AsideRule(
        "subscribers",
        "subscribe subscriber subscribers unlock log login account"
        " unlimited trial jetzt abo abonnenten abonnements abonnés réservé"
        " suscríbase suscríbete sesión abbonati eingeloggt logga logg",
        r"\b(?:already\s+an?|become\s+an?|for)\s+(?:\w+\s+)?subscribers?\b"
        r"|\bsubscribe\b|unlock\s+(?:this|all|more)|\blog\s?in\s+(?:to|or|now|with)\b"
        r"|creat(?:e|ing)\s+(?:an|your)\s+(?:free\s+)?account"
        r"|unlimited\s+(?:\w+\s+)?access|free\s+trial"
        r"|jetzt\s+(?:testen|abonnieren|lesen|kostenlos)|abonnent|\babo\b|abonnés"
        r"|réservé\s+aux|suscríb|iniciar?\s+sesi|abbonat|eingeloggt"
        r"|log(?:ga|g)\s+inn?\b",
        "Subscribe for unlimited access.",
    ),
    AsideRule(
        "writer",
        "reporter writer writes reports journalist editor covers"
        " correspondent columnist contributor contributing freelance"
        " freelancer author fellow producer redakteur redakteurin"
        " journaliste autor autorin korrespondent korrespondentin periodista"
        " giornalista schreibt berichtet",
        r"^[^.!?,]{3,50},?\s+(?:is|was|has\s+been|works|ist|arbeitet|est|es|è)\s+"
        r"(?:[^.!?\n]{0,60}\s)?(?:reporter|writer|journalist|editor|correspondent"
        r"|columnist|contributor|contributing|freelance\w*|author|fellow|producer"
        r"|redakteur\w*|journaliste|autor\w*|korrespondent\w*|periodista|giornalista)\b"
        r"|^[^.!?,]{3,50}\s+(?:covers|writes\s+(?:about|for)|reports\s+(?:on|for)"
        r"|schreibt\s+(?:über|für|als)|berichtet\s+(?:über|für|als))\b"
        r"|^about\s+(?:the\s+)?author|^(?:the\s+)?(?:author|writer)\s+(?:is|of)\b",
        "Ann Example is a senior reporter for the Example Post.",
    ),
    AsideRule(
        "origin",
        "originally first republished commons information contributed"
        " reserved © copyright erschien erschienen zuerst dieser rechte"
        " droits derechos diritti article syndicate syndicated syndication"
        " permission",
        r"originally\s+(?:published|appeared|posted|written)"
        r"|first\s+(?:published|appeared|posted)\s+(?:on|in|by|at)\b"
        r"|republished\s+(?:from|with|under|here)|creative\s+commons"
        r"|includes?\s+information\s+from|contributed\s+to\s+this"
        r"|all\s+rights\s+reserved|©\s*(?:copyright|[0-9]{4})|\bcopyright\b"
        r"|zuerst\s+(?:bei|auf|in|im)\b.{0,40}erschien|erschien\s+zuerst"
        r"|dieser\s+(?:text|artikel|beitrag)\s+(?:erschien|ist|wurde|stammt)"
        r"|alle\s+rechte|tous\s+droits|todos\s+los\s+derechos|tutti\s+i\s+diritti"
        r"|cet\s+article\s+(?:a\s+été|est)|syndicat|permission",
        "This article was originally published by the Example Post.",
    ),
    AsideRule(
        "note",
        "note correction corrections update updated this disclosure"
        " disclaimer anm anmerkung hinweis transparenzhinweis korrektur",
        r"^\W*(?:editor['’]?s['’]?\s+note|corrections?\b|updated?\b"
        r"|this\s+(?:story|article|post)\s+(?:has\s+been|was|is)\b|disclosure"
        r"|disclaimer|note\s+to|anm(?:erkung|\.)|hinweis|transparenzhinweis"
        r"|korrektur)",
        "Editor’s note: This article has been corrected.",
    ),
    AsideRule(
        "post",
        "https http twitter @",
        r"pic\.twitter\.com|https?://t\.co/|\(@\w{2,15}\)|^via\s+@",
        "— Ann Example (@example) May 6, 2026",
    ),
    AsideRule(
        "picture",
        "photo photos image images picture pictures foto fotos bild bilder"
        " bildrechte bildquelle credit credits video crédit crédits getty ap"
        " reuters afp epa dpa imago © symbolbild archivbild courtesy"
        " submitted stock 연합뉴스 뉴시스",
        r"^\W*(?:(?:submitted|courtesy|file|stock)\s+)?(?:photos?|images?|pictures?"
        r"|fotos?|bild(?:er|rechte|quelle)?|credits?|video|crédits?)\b\s*(?:by\b"
        r"|credits?|courtesy|:|/|©|von\b|par\b)|getty\s+images|\(ap\)|/ap\b"
        r"|[(/ ](?:reuters|afp|ap|epa|dpa|imago)\W{0,3}$|^\W*©"
        r"|(?:image|photo)\s+(?:credit|courtesy|by)\b|bildrechte|symbolbild"
        r"|file\s+photo|archivbild|연합뉴스\W*$|뉴시스\W*$",
        "Photo by Ann Example/AFP",
    ),
    AsideRule(
        "more here",
        "here more www com org website hier mehr weitere alle savoir"
        " información read learn find view see",
        r"\bclick\s+here|\bhere\.?$|^(?:read|see|find|check\s+out|learn|watch|listen"
        r"|view|get|visit|download)\b[^.!?\n]{0,80}\b(?:here|more|www\.|\.com|\.org"
        r"|website)\b|^for\s+more\b"
        r"|\bvisit\b[^.!?\n]{0,60}(?:www\.|\.com|\.org|website|here)"
        r"|^(?:to|you\s+can)\s+(?:read|learn|find|view|see)\b"
        r"|mehr\s+(?:zum\s+thema|dazu|infos|informationen)|weitere\s+informationen"
        r"|alle\s+(?:infos|informationen|artikel)|hier\s+(?:finden|geht|klicken|lesen)"
        r"|en\s+savoir\s+plus|más\s+información",
        "Click here for more.",
    ),
    AsideRule(
        "label",
        "watch listen see related more also required next recommended read"
        " lire lesen lies auch zum mehr vea lea leggi les læs läs lees",
        r"^\W*(?:watch|listen|see\s+also|related|more|also|required\s+reading|next"
        r"|recommended|read(?:\s+\w+)?|lire\s+aussi|lesen?\s+(?:sie\s+)?auch"
        r"|auch\s+(?:interessant|auf)|zum\s+(?:thema|artikel)|mehr\s+(?:themen|zu)"
        r"|vea\s+también|lea\s+también|leggi\s+anche|l[æe]s\s+(?:også|mere)"
        r"|läs\s+(?:mer|också)|lees\s+ook)\b.{0,25}(?:[:|»>–-]|$)",
        "Read also: The ferry is late again",
    ),
    AsideRule(
        "ours",
        "our miss stay want unser unsere unseren unserem unserer nos"
        " nuestro nuestra nuestros nuestras",
        r"\bour\s+(?:free|guide|weekly|daily|latest|other|\w+\s+newsletter|podcast"
        r"|newsroom|journalis\w+|readers|subscribers|editors|team|site|website|best"
        r"|full|recommend\w*)\b|want\s+more\b|don[’']?t\s+miss\b"
        r"|stay\s+(?:up\s+to\s+date|tuned|informed)"
        r"|\bunsere[nrm]?\s+(?:newsletter|podcast|redaktion|leser|autor|abo|partner)"
        r"|nos\s+(?:lecteurs|abonn|journalist)"
        r"|nuestr[oa]s?\s+(?:lector|suscript|canal|redes|newsletter|boletín)",
        "Our newsroom works for our readers.",
    ),
    AsideRule(
        "talk",
        "comment comments conversation discussion letter letters us your tip question"
        " story kommentar kommentare kommentaren kommentieren teilen meinung meinen"
        " denken commentaire commentaires comentar comentarios",
        r"(?:leave|join|post|write|submit|add)\s+(?:an?\s+|the\s+|your\s+)?(?:comment"
        r"|conversation|discussion|letter)|let\s+us\s+know|tell\s+us|share\s+your"
        r"|have\s+(?:an?|any)\s+(?:tip|question|story|comment)"
        r"|in\s+(?:the|den)\s+(?:comments|kommentaren)|kommentieren"
        r"|comments?\s+(?:are|is|policy|section)|teilen\s+sie|ihre\s+meinung"
        r"|was\s+(?:meinen|denken)\s+sie|commentaire|comenta(?:r|rios)\b"
        r"|letters?\s+to\s+the\s+editor",
        "Have a question? Tell us in the comments.",
    ),
)
_PATTERNS: Final = [
    re.compile(rule.pattern, re.IGNORECASE | re.DOTALL) for rule in ASIDE_RULES
]
_RULES_OF: Final[dict[str, list[int]]] = {}
for _at, _rule in enumerate(ASIDE_RULES):
    for _hint in words(_rule.hints):
        _RULES_OF.setdefault(_hint, []).append(_at)
_HINTS: Final = frozenset(_RULES_OF)
_HINT: Final = re.compile(r"[^\W0-9_]+|[@©]")
# A text says at its start that it is an aside.
_TELLING: Final = 600


def asides_in(text: str) -> list[int]:
    """Return which of the rules a text is worded by, as their numbers in order.

    Example:
        >>> line = "Sign up for our newsletter, or mail ann@example.com."
        >>> [ASIDE_RULES[at].name for at in asides_in(line)]
        ['newsletter', 'contact']
        >>> asides_in("The editors of the newsletter were fined.")
        []
    """
    text = text[:_TELLING]
    rules = {
        at
        for hint in _HINTS.intersection(_HINT.findall(text.lower()))
        for at in _RULES_OF[hint]
    }
    return [at for at in sorted(rules) if _PATTERNS[at].search(text)]
