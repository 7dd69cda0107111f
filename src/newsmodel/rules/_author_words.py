"""Words in and around bylines."""

from typing import Final

from newsmodel.rules._words import words

LEADS: Final = words(
    "af analysis article auteur author authors autor autore autorin av by column"
    " commentary da de del di door editor foto interview oleh opinion par penulis"
    " por posted report reporter review story tekst testo text texte texto von words"
    " writer written"
)
"""Words of which one alone may stand before a name."""

LEADING: Final = words(
    "a about added af all analyse analysis article articles articolo artikel"
    " aufgezeichnet auteur auteure auteurs author authored authors autor autore"
    " autoren autorenseite autori autorin autorka autorzy av beitrag bericht by"
    " column commentary compiled contributed contributor contributors created da"
    " de di door editor editors ein eine eingestellt erstellt escrito essay"
    " exclusive forfatter foto gastbeitrag gastkommentar gepostet geschreven"
    " geschrieben glosse guest haber interview journalist kirjoittaja kolumne"
    " kommentar kritik leitartikel meldung more napsal napsala oleh opinion"
    " other par penulis por post posted posts propos pubblicato publicado"
    " publisert published publiziert redactado redaktion report reportage"
    " reported reporter reporters review rezension scris scritto see show"
    " skrevet skribent skrivet story submitted t tekst testo text texte texto"
    " verfasst view vom von words writer writers written yazan yazar"
)
"""Words that a lead may begin with: ``Posted by``."""

DEGREES: Final = words(
    "aprn ba bcba bed beng bhsc bs bsc bsn cbe cbt cdces cde cdn cfa cfp cissp cnm"
    " cns cpa cpt crnp cscs cssd dc dds dipl dmd dnp do dphil dpt dvm edd esq faafp"
    " faap facc facog facp fcc fnp fnp-bc frcp frsa ibclc ing jd lac lcmhc lcsw ldn"
    " llb llm lmft lmhc lpc ma mba mbbs mbe md med meng mfa mfcs mla mp mph ms msc"
    " mscs msn msw nd np obe ot pa-c pe pharmd phd psyd pt rd rdn rn rnutr rph whnp"
)
"""Degrees and other letters behind a name, without stops."""

HONORIFICS: Final = words("dr drs dra doc hon ing mag mr mrs ms prof professor rev sir")
"""What is put before a name, without stops."""

GENERATIONS: Final = words("ii iii iv jr jr. sr sr.")
"""What tells a son from his father."""

JOBS: Final = words(
    "analyst anchor author chefredakteur chefredakteurin chief chroniqueur"
    " columnist columniste commentator contributor correspondant correspondante"
    " correspondent correspondents corresponsal corrispondente critic director"
    " dziennikarka dziennikarz editor editora editors envoyé fellow freelance"
    " giornalista intern inviato jornalista journalist journaliste journalisten"
    " journalistin korespondent korrespondent korrespondentin lecturer muhabir"
    " periodista photographer producer professor redacteur redactor redactora"
    " redakteur redakteurin redattore reporter reporterin reporters repórter"
    " researcher rédacteur rédactrice staff toimittaja verslaggever videographer"
    " wartawan writer writers журналист корреспондент обозреватель"
)
"""Words of the jobs of those who make news."""

TITLES: Final = JOBS | words(
    "administrator adviser advisor agent ambassador architect assistant associate"
    " attorney autor autorin blogger broker ceo cfo chef cmo co-founder coach"
    " cofounder colaborador colaboradora collaboratore consultant contributing coo"
    " coordinator copywriter counsel creator cto deputy designer developer doctor"
    " economist editorial engineer executive expert founder freelancer geologist"
    " gründer gründerin guest head host instructor investigator journalistiek"
    " lawyer lead leiter leiterin librarian manager managing marketer marketing"
    " meteorologist minister multimedia officer owner partner physician planner"
    " presenter president principal psychologist publisher reviewer scientist"
    " secretary senior specialist spokesman spokesperson spokeswoman spécial"
    " strategist student supervisor teacher technologist therapist trainer"
    " translator vice volontär volontärin 编辑 記者 기자 특파원"
)
"""Words of job titles, of those who make news and of others who write for them."""

DESKS: Final = words(
    "arts assistant business city culture deputy economics education environment"
    " europe features foreign health home local national news northern political"
    " science senior sport sports technology transport world"
)
"""What a job is for, where it stands between a name and the job."""

NOBODY: Final = words(
    "admin administrador administration administrator advertorial agencies agency"
    " agenturen anonymous auteur author autor autore bylineauthor contributedcontent"
    " contributor contributors correspondent desk dieredaktion digitaldesk editor"
    " editorial editorialboard editoriale editorialstaff editorialteam editorinchief"
    " editors fromstaffreports guest guestauthor guestcontributor guestwriter"
    " moderator news newsdesk newsroom newsteam none null office onlinedesk"
    " onlineredaktion others ourcorrespondent ourreporter press pressestelle"
    " presspool pressrelease published redacao redaccion redacción redactie redakce"
    " redakcia redakcja redaksjonen redaktion redaktionen redaktor redazione redação"
    " reporter reporters root rédaction siteadmin specialcorrespondent sponsored"
    " sponsoredcontent staff staffreporter staffreports staffwriter superuser"
    " support team theeditor theeditors thestaff undefined unknown user web webdesk"
    " webmaster webteam wirereports wires wireservices wordpress writer writers"
    " редакция редакція 編集部 编辑部 본지 온라인뉴스팀"
)
"""What stands for an author where there is none, without signs."""

DEEDS: Final = words(
    "about aboutauthor abouttheauthor aktualisiert all alleanzeigen april"
    " articles august author authorbio authors bearbeiten bild bilder bio"
    " biography bluesky categories category comments contact copy copylink"
    " copyright cortesía data date december dienstag donnerstag e-mail email"
    " facebook facebookcom factchecked february filedunder follow foto fotos"
    " freitag fri friday fullbio fullstory gepostet geschrieben here hier home"
    " hottopics image images insights instagram january july june lastupdate"
    " lastupdated lastupdatedon learnmore leermás leggitutto link linkcopied"
    " linkedin links lireplus login march mastodon may mehrerfahren mehrlesen"
    " minread mittwoch mon monday montag more mostread mustread mustwatch name"
    " newsletter november october photo photos pinterest posted postedon posts"
    " presentedby print profile publicado published publishedon publisher"
    " publiziert publié quelle quellen read readfullbio readmore recentposts"
    " reddit reply reviewed rss sagt samstag sat saturday save savoirplus says"
    " searchfor seeall seemore september share sharepost showmore sign signin"
    " signout signup socialshare sonntag source sources stand storystream"
    " subscribe sun sunday tableofcontents tags telegram this threads thu"
    " thursday tiktok time topstory tue tuesday twitter twittercom updated"
    " updatedon viewall viewbio viewprofile visitwebsite website wed wednesday"
    " weiterlesen whatsapp writtenby writtenon x youtube"
)
"""What links and labels beside bylines say, without signs."""

HEADINGS: Final = words(
    "aanmelden abmelden about accedi aktuelle anmelden anmeldung articles"
    " articoli artigos artículos beiträge beliebt beliebte beliebteste berichten"
    " bookmarks categories categorías catégories comentarios comentários"
    " commentaires commenti comments connexion dein deine einloggen entradas"
    " euer eure follow inicia iniciar inloggen inlägg innlegg inscription"
    " kategorie kategorien komentarze kommentare kommentarer latest links login"
    " logout meistgelesen meistgelesene member members menu menü najnowsze"
    " neueste neuste newsletter newsletters popolari populaire populaires"
    " popular populares popularne posts próximo reacties recent recente recentes"
    " recenti recientes registrati registrieren registro related récents sesión"
    " signup stories subscribe subscription template templates themes trending"
    " unsubscribe verwandte zaloguj über войти комментарии популярное последние"
    " регистрация"
    " ログイン 人気記事 会员 会員登録 新着記事 注册 登入 登录"
    " 로그인 회원가입"
)
"""Words of headings and links: ``Most Popular Posts`` is nobody's name."""

AFTER_NAMES: Final = words("記者 기자 논설위원 선임기자 특파원 편집장")
"""``Reporter``, behind a name in Korean and Japanese."""
