"""The words that `plain_words` looks for, beside the names of countries that it takes from CLDR (L10).

Folded as there: lower case, å as a, ø as o, æ as ae. Bokmål first, then what nynorsk and English spell otherwise.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# CLDR's territories that are no place of origin to ask about, or that are common words: Norway's own, the world, unions
# and unknown ones; Man and Jersey; Sark and Ascension.
NOT_COUNTRIES = _words("001 NO SJ BV EU EZ UN QO XA XB ZZ IM JE CQ AC CP DG TA UM HM AQ GS TF IO CC CX NF PN")

# Names of countries that are names of people too: they count after "fra" and "i", or beside a word that counts.
ALSO_NAMES = _words("jordan georgia chad israel mali india kenya martinique dominica montserrat")
POINTS_TO_PLACE = _words("fra i from in")
# With a small letter a faith, with a capital the name of a person.
ALSO_FIRST_NAMES = frozenset({"kristen", "islam", "imam"})

PLACES = _words("""
    balkan baltikum bosnia hercegovina burma midtosten skandinavia kurdistan kashmir tibet palestina tsjetsjenia
    hviterussland kviterussland elfenbeinskysten kaukasus maghreb sahel kosovo england skottland wales
    usa sovjet sovjetunionen jugoslavia makedonia persia punjab balochistan ostblokken austeuropa austafrika aust-europa
    austerrike sudan kongo vietnam hongkong macao macau
""")

# How people of a country are called, where no rule gives it.
PEOPLES = _words("""
    afghaner afrikaner albaner algerier amerikaner angolaner araber argentiner armener armenier aserbajdsjaner asiat
    assyrer asyrer australier balter bangladesher belgier belarusier beduin bolivianer bosnier bosniak brasilianer brite
    bulgarer burmeser burunder colombianer cubaner danske egypter engelskmann engelskmenn eritreer estlender etioper
    etiopier europeer filippiner finlender franskmann franskmenn gambier georgier ghaneser greker hollender hviterusser
    inder indoneser iraker iraner irlender islending israeler italiener jamaicaner japaner jemenitt jordaner jugoslav kanadier
    kasakher kenyaner kineser kirgiser kongoleser koreaner kosovoalbaner kroat kurder kvener kypriot laot latvier
    libaneser libyer litauer makedoner marokkaner meksikaner moldover mongol montenegriner nepaleser nigerianer nederlender
    ostafrikaner ostasiat osteuropeer ostlender austeuropear pakistaner palestiner perser peruaner polakk portugiser
    rohingya rumener russer rwander samer saudiaraber serber sigoyner singaleser skotter slovak slovener somalier
    spanjol srilanker sudaner sudaneser svenske svensker sveitser sorafrikaner syrer tadsjik taiwaner tamil tanzanianer
    tater tatarer thailender tibetaner tsjekker tsjetsjener tunisier tyrker tyrkmener tysker uganderer ugander uigur ukrainer
    ungarer usbeker venezuelaner vestafrikaner vesteuropeer vietnameser yezidi jesidi zambier zimbabwer osterriker latinamerikaner
    soramerikaner nordafrikaner nordmann nordmenn roma romfolk romani romanifolk gypsy mulatt kaukasier
    afghanar somaliar pakistanar syrar irakar iranar eritrear tyrkar russar
    afghan somali pakistani african asian arab turk kurd nigerian syrian iraqi iranian eritrean ethiopian
""")

# Of a country or people, and the languages called the same.
ADJECTIVES = _words("""
    afghansk afrikansk albansk algerisk algirsk amerikansk arabisk armensk asiatisk assyrisk australsk baltisk belgisk belarusisk
    bolivsk boliviansk bosnisk brasiliansk britisk bulgarsk burmesisk colombiansk cubansk dansk egyptisk eritreisk estisk
    estlandsk etiopisk europeisk filippinsk finsk fransk gambisk georgisk ghanesisk gresk hollandsk hviterussisk indisk indonesisk
    irakisk iransk irsk islandsk israelsk italiensk japansk jemenittisk jordansk jugoslavisk kanadisk kasakhisk kasakhstansk
    kenyansk kinesisk kirgisisk kongolesisk koreansk kosovoalbansk kroatisk kurdisk kvensk kypriotisk laotisk latvisk
    libanesisk libysk litauisk makedonsk marokkansk meksikansk moldovsk mongolsk montenegrinsk nederlandsk nepalsk nigeriansk
    ostafrikansk ostasiatisk osteuropeisk austeuropeisk pakistansk palestinsk persisk peruansk polsk portugisisk rumensk
    russisk rwandisk samisk saudiarabisk serbisk skotsk slovakisk slovensk somalisk spansk srilankisk sudansk sudanesisk
    svensk sveitsisk sorafrikansk syrisk tadsjikisk taiwansk tamilsk tanzaniansk thailandsk tibetansk tsjekkisk tsjetsjensk
    tunisisk tyrkisk tyrkmensk tysk ugandisk uigurisk ukrainsk ungarsk usbekisk venezuelansk vestafrikansk vesteuropeisk
    vietnamesisk zambisk zimbabwisk osterriksk austerriksk latinamerikansk soramerikansk nordafrikansk ikke-vestlig
    ikkevestlig polish turkish swedish danish russian chinese indian romanian lithuanian ukrainian vietnamese
""")

# Languages whose name is no adjective above: alone they say who, in "snakker urdu" they say what is spoken.
LANGUAGES = _words(
    "urdu pashto pashtu dari farsi punjabi tigrinja tigrinya amharisk swahili hindi bengali tagalog sorani thai"
)

# Faiths, their followers and what some of them wear on the head, and the words for origin itself.
RELIGIONS = _words("""
    kristen kristne kristendom katolikk katolsk protestant protestantisk ortodoks lutheraner lutheransk pinsevenn
    mormon hindu hinduer sikh jode jodar jodisk jodinne moske moskeen ateist ateistisk agnostiker troende vantro gudfryktig
    sunni sunnimuslim sjia sjiamuslim ahmadiyya bahai baptist metodist evangelisk jehova jehovas
    catholic jew jewish atheist
    skaut hodetorkle hodetorklaer hodeskjerf slor
    avstamning opprinnelse opphav rase rasen
""")

# These begin words that are never about anything else: "innvandrerkvinner", "muslimske", "hijaben".
BEGINNINGS = tuple(
    sorted(
        _words("""
    innvandr utlending utenlandsk utanlandsk utalandsk flyktning asylsok asylant fremmedkultur framandkultur
    fremmedarbeid framandarbeid fremmedspraklige etnisk etnisit opprinnelsesland opphavsland fodeland landbakgrunn
    landgruppe nasjonalitet statsborgerskap statsborgarskap minoritetsbakgrunn rasis hudfarge hudfarga hudlet morkhud lyshud
    svarthud brunhud muslim islam koran sharia imam hijab nikab niqab burka burkini turban kippa ramadan
    religi livssyn trosretning trossamfunn buddhis hinduis sikhis jodedom judais katolisis shamanis
    afrikan asiat arabisk somal eritre afghan pakistan irak tyrk kurd neger negre pakkis svarting
    immigrant refugee foreign nationalit ethnic skincolo religio buddhist hindus
""")
    )
)
# What endings make of the words above by accident: a municipality, the iodine, and forms of "å rase".
NOT_THESE = _words("moskenes jodet jodets raser rasa rases raset")

# A service is no person, though its name begins like one.
SERVICES = _words("""
    flyktningtjenesten flyktningtjeneste flyktningtenesta flyktningkontoret flyktningkontor flyktningkonsulent
    flyktningkonsulenten flyktningguide flyktningguiden
""")
# What something else is called beside these words: acids, not people from Syria.
OTHER_MEANINGS = {"syrer": _words("baser lut kjemikalier losemidler")}

# Two words that say together what neither does alone. "Norsk" alone is a language, "bare norske" never is; "svarte" is
# left out: "at ingen svarte" is written every day.
PHRASES = (
    r"(?:bare|berre|helst|kun) (?:(?:ha|ta|ansette) )?norske"
    r"(?! (?:varer|ravarer|boker|aviser|kroner|regler|tekster|ord|sanger|kunder|retter))",
    r"norske? pass(?:et)?",
    r"ser (?:(?:ikke|ikkje) )?(?:norsk|utenlandsk) ut",
    r"(?:eu|eos)-?borger(?:e|ne)?",
    r"(?:ikke|ikkje|ingen|bare|berre|helst|kun|flere|noen|ha|ta) (?:fargede|farga)"
    r"(?= ?(?:$|[^\w ]|(?:i|pa|her|bak|som|ved|hos)(?!\w)))",
    r"(?:ikke|ikkje|uten|utan|ingen) hodeplagg(?:et)?",
    r"(?:svart|hvit|kvit|brun|mork|farget) (?:kvinne|mann|dame|gutt|jente|person)",
    r"(?:svart|hvit|kvit|brun|mork|lys|farget?|farga)e? (?:i )?"
    r"(?:hud|huden|menneske|mennesker|folk|personer|kvinner|menn|damer|gutter|jenter|arbeidere|ansatte|deltakere)",
    r"ikke-?norsk(?:e|fodte?)?",
    r"ikke norske",
    r"(?:etnisk|hel|innfodte?)[- ]norske?",
    r"norske? (?:bakgrunn|opphav|avstamning|opprinnelse|utseende|av fodsel)",
    r"fodt (?:og oppvokst )?i (?:utlandet|norge|noreg)",
    r"(?:fra|i) (?:et |eit )?(?:annet|anna|andre|visse|enkelte|bestemte|noen|slike|fremmede|framande) land(?:et|ene|a)?",
    r"(?:folk|noen|personer|de|dem|deltakere|sokere|arbeidere|ansatte|kvinner|menn) fra utlandet",
    r"(?:fra )?(?:andre kulturer|(?:en )?annen kultur|den kulturen|deres kultur|fremmed kultur)",
    r"skin colou?r",
    r"(?:country|place) of (?:origin|birth)",
)

# An adjective before one of these is about what is cooked or sold, not about who works there.
GOODS = _words("""
    mat maten matrett matretter rett retter retten kjokken kjokkenet kokekunst restaurant restauranten kafe kafeen
    butikk butikken bakeri bakeriet frokost frokosten lunsj middag buffet vaffel vafler brod brodet rundstykke
    rundstykker kake kaker pannekaker wienerbrod krydder ost oster vin viner ol te kaffe salat dressing sennep saus suppe
    meny menyen matlaging gryte pizza pasta polse polser sjokolade grillmat tapas sushi frisyre hage flagg
    massasje teppe tepper bank loff lok lokker potetsalat omelett
    food cuisine kitchen restaurant
""")

# Between "snakker" and the language.
ADVERBS = _words("godt bra flytende litt noe ogsa bedre best mye bare flott heilt helt")
# A language, by the word before or after it.
BEFORE_LANGUAGE = _words(
    "snakker snakke snakket pratar prater prate kan leser lese skriver skrive forstar forsta laerer laere pa bade "
    "speaks speak"
)
AFTER_LANGUAGE = _words(
    "sprak spraket spraklig morsmal tolk tolken tolking tekst skriftlig muntlig niva a1 a2 b1 b2 c1 c2 ordbok "
    "undervisning kurs language"
)

# Forms of business: the capitalised words before one are a name.
BUSINESS = _words("AS ASA ENK DA ANS SA BA NUF KF IKS Kafé Kafe Restaurant Kebab Import Bakeri Kiosk")
