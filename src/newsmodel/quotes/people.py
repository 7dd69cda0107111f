"""Words that say what a name belongs to: titles, roles, forenames, bodies."""

# Before a name and no part of it. The second half of each pair is the gender.
_MALE_TITLES = "mr sir lord king prince herr monsieur señor baron duke"
_FEMALE_TITLES = (
    "mrs ms miss lady dame queen princess frau madame señora baroness duchess"
)
_TITLES = """
dr prof professor president vice-president senator senators sen sens
representative rep reps congressman congresswoman governor gov govs lt lieutenant
gen general col colonel maj major sgt sergeant capt captain cpl corporal pvt private
adm admiral cmdr commander rev reverend hon honorable honourable judge justice
mayor minister chancellor secretary ambassador attorney sheriff chief chairman
chairwoman chair director speaker leader spokesman spokeswoman spokesperson
pope father sister brother bishop archbishop cardinal rabbi imam sheikh
republican democrat democratic democrats gop conservative labour independent
coach officer detective inspector superintendent deputy prime foreign former
candidate nominee whip treasurer councilman councilwoman commissioner marshal
constable editor analyst strategist reporter author actor actress singer
ex-president premier manager ceo founder co-founder counsel delegate
press-secretary interim acting state tory councillor councilor headteacher
headmaster headmistress teacher controller mum mom dad mother gran granny grandma
grandad postman nurse farmer
bundeskanzler bundeskanzlerin ministerpräsident ministerpräsidentin präsident
präsidentin sprecher sprecherin ministerin bundesminister bundesministerin kanzler
kanzlerin bürgermeister bürgermeisterin vorsitzender vorsitzende chefin
"""
TITLES = frozenset(f"{_MALE_TITLES} {_FEMALE_TITLES} {_TITLES}".split())
_HE = """
spokesman congressman chairman councilman businessman son brother father husband
actor king policeman salesman boy man uncle grandfather nephew frontman dad
granddad grandad grandpa postman headmaster anchorman assemblyman alderman
gentleman father-in-law son-in-law priest pope brother-in-law
"""
_SHE = """
spokeswoman congresswoman chairwoman councilwoman businesswoman daughter sister
mother wife actress queen policewoman girl woman aunt grandmother niece widow
nun waitress mum mom gran granny grandma headmistress hostess assemblywoman
stepmother noblewoman heroine
"""
GENDERED: dict[str, int] = {
    **dict.fromkeys((_MALE_TITLES + " " + _HE).split(), 1),
    **dict.fromkeys((_FEMALE_TITLES + " " + _SHE).split(), -1),
}

# What unnamed speakers are called.
ROLES = frozenset(
    f"""
{_TITLES} official aide adviser advisor expert source diplomat resident witness
blogger lawyer teacher student worker scientist researcher economist historian
activist campaigner critic supporter voter protester demonstrator neighbour
neighbor friend relative mother father son daughter wife husband brother sister
man woman boy girl doctor nurse farmer driver soldier pilot passenger shopper
fan player owner employee executive businessman businesswoman politician
lawmaker legislator veteran prosecutor investigator agent
consultant pollster commentator columnist journalist correspondent writer
novelist poet artist musician producer filmmaker engineer designer developer
operative organizer organiser volunteer member head boss partner lobbyist
scholar fellow physician psychologist sociologist planner broker investor
trader shopkeeper fisherman pensioner survivor victim defendant juror clerk
principal dean provost rector curator librarian musician conductor
striker goalkeeper captain trainer jockey boxer referee champion athlete
ally opponent rival insider staffer representative negotiator envoy
attendee participant guest host presenter anchor narrator user commenter
individual person spokesperson mogul tycoon billionaire
""".split()
)

_BODIES = """
committee university department ministry party house times news post journal
court agency association institute council commission company corp inc ltd co
bank group union force forces army navy police board office bureau school
college center centre foundation fund campaign congress senate parliament
assembly service services authority authorities government administration team
club league federation church society network press media radio tv television
states state nations kingdom city county street avenue square park hospital
airlines motors industries systems technologies international organization
organisation coalition alliance front movement project program programme act
bill law report poll survey study statement letter document paper website site
magazine newspaper gazette herald tribune guardian reuters bbc cnn fbi cia nato
pentagon kremlin twitter facebook google amazon microsoft apple embassy
consulate command corps guard tower hall building library museum theatre theater
studio studios records pictures partners capital holdings firm tribunal panel
caucus conference convention summit
"""
# Bodies: what makes a name that of an organisation, and no person.
BODIES = frozenset(_BODIES.split())
_PLACES = """
new north south east west los las san santa saint st el fort mount lake united
white supreme great middle central northern southern eastern western wall
capitol fox super rio sao cape port palm hong sri saudi puerto costa african
american british french german russian chinese european islamic
"""
# First words of names of places and institutions.
PLACES = frozenset(_PLACES.split())

_MALE = """
james john robert michael william david richard joseph thomas charles
christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth
kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas
eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank
alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry
douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah
gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy
bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent
russell louis bobby philip johnny bernie ted jeb marco ben chris jim mike bob
tom bill dan steve dave ron tim greg jeff ken matt tony rick rob will sam nick
barack mitt newt rand rudy vladimir dmitry sergei ivan boris nigel simon graham
ian neil stuart gordon hugh oliver harry jeremy ed alex max leo felix hans
klaus jürgen wolfgang karl heinz helmut olaf friedrich angelo mario luigi carlos
luis miguel pedro jorge fernando manuel antonio francisco javier pablo diego
mohammed muhammad mohamed ahmed ali omar hassan hussein ibrahim abdul khalid
vitaly volodymyr viktor yaroslav oleksandr alexei nikolai mikhail yuri igor
recep emmanuel françois jean pierre jacques michel nicolas xi lindsey lincoln
dick jerome glenn fred barry don howard stanley leonard reince corey roland
kenny derek craig todd chuck doug josh jake luke evan cory marcus clarence
norman wesley dale earl clint rex sheldon charlie danny jimmy tommy mitch
harris hal rush sid lou lee
lars erik anders björn sven johan henrik jan piotr pawel paweł andrzej krzysztof
marek jakub petr pavel mateusz tomas tomás tomasz stefan dieter günter uwe jens
matthias markus rainer bernd andreas alejandro andrés josé jesús rafael ricardo
eduardo roberto enrique hugo paulo joão giuseppe giovanni paolo matteo luca silvio
alain henri philippe laurent olivier thierry yves guillaume étienne rené antoine
ravi raj sanjay amit rahul arjun vikram anil narendra imran tariq faisal youssef
yusuf mustafa mahmoud karim samir hiroshi kenji takeshi theo rory callum angus
declan liam finn rhys gareth owen keir rishi alastair colin martin terry trevor
derrick darren wayne duncan
"""
_FEMALE = """
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa
nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda
melissa deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen
angela shirley brenda emma anna pamela nicole samantha katherine christine helen
debra rachel carolyn janet maria catherine heather diane olivia julie joyce
victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah
megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn
abigail sophia frances jean alice judy isabella julia grace amber denise danielle
marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori
marie hillary carly nikki elena olga natalia irina svetlana tatiana yulia
theresa angela ursula annegret marine ségolène claire sophie isabelle
kellyanne melania ivanka chelsea huma debbie jill jane kate kathy katie katy
liz beth sue peggy tammy wendy tina valerie loretta elise fatima aisha leila
amina zainab megyn gretchen rachel robin tracy stacy dana jen jenny jennie
molly maggie meg ellen eleanor sally susana sonia ruby rosa carmen lucia
michele monica mónica donna condoleezza sandy connie bonnie vicki heidi holly
erin kristen kirsten kristin karin inga ingrid astrid greta nina tanya aksinia
nadia marta magdalena agnieszka katarzyna joanna ewa beata iryna oksana olena
nataliya yuliya daria anastasia ekaterina lucía marisol pilar isabel beatriz inés
ana joana mariana camille chloé élodie hélène françoise brigitte monique sylvie
nathalie valérie céline amélie birgit heike petra sabine monika gisela ilse annette
silke anke giulia francesca chiara paola priya meera anjali sunita indira yasmin
layla leïla zahra maryam khadija yuki keiko wilhelmina harriet beatrice alison fiona
moira siobhan aoife niamh gemma tamsin keisha latoya zoe zoë chloe ella mia evie
lily freya imogen phoebe poppy esther miriam naomi leah
"""
FORENAMES: dict[str, int] = {
    **dict.fromkeys(_MALE.split(), 1),
    **dict.fromkeys(_FEMALE.split(), -1),
}
