"""Names of months and weekdays, in the languages that news is written in."""

from typing import Final

from newsmodel.rules._words import words

# One line a language: its twelve months in order, parted by blanks, forms of one
# month by slashes, a hyphen for a blank in a name. Short forms are written without
# the stop that may follow. Where two languages give one name to two months, one has
# it: "listopada" is Polish November, and not Croatian October.
MONTH_NAMES: Final = {
    "ar": "يناير/كانون-الثاني/جانفي فبراير/شباط/فيفري مارس/آذار/اذار"
    " أبريل/ابريل/نيسان/إبريل/أفريل مايو/أيار/ايار/ماي يونيو/حزيران/جوان/يونيه"
    " يوليو/تموز/جويلية/يوليوز/يوليه أغسطس/اغسطس/آب/أوت/غشت"
    " سبتمبر/أيلول/ايلول/شتنبر أكتوبر/اكتوبر/تشرين-الأول/تشرين-الاول"
    " نوفمبر/تشرين-الثاني/نونبر ديسمبر/كانون-الأول/كانون-الاول/دجنبر",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr"
    " dekabr",
    "be": "студзеня/студзень лютага/люты сакавіка/сакавік красавіка/красавік мая/май"
    " чэрвеня/чэрвень ліпеня/ліпень жніўня/жнівень верасня/верасень"
    " кастрычніка/кастрычнік лістапада/лістапад снежня/снежань",
    "bg": "януари/яну февруари/фев март/мар април/апр май юни юли август/авг"
    " септември/сеп октомври/окт ноември/ное декември/дек",
    "bn": "জানুয়ারি/জানুয়ারি ফেব্রুয়ারি/ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট/অগাস্ট"
    " সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ca": "gener/gen febrer/febr març abril maig juny juliol/jul agost setembre/set"
    " octubre/oct novembre/nov desembre/des",
    "cs": "ledna/leden/led února/únor/úno března/březen/bře dubna/duben/dub"
    " května/květen/kvě června/červen/čvn července/červenec/čvc srpna/srpen/srp"
    " září/zář října/říjen/říj listopadu/listopad/lis prosince/prosinec/pro",
    "da": "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul"
    " august/aug september/sep/sept oktober/okt november/nov december/dec",
    "de": "januar/jänner/jan/jän februar/feber/feb märz/maerz/mär/mrz april/apr"
    " mai juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov"
    " dezember/dez",
    "el": "ιανουαρίου/ιανουάριος/ιαν φεβρουαρίου/φεβρουάριος/φεβ"
    " μαρτίου/μάρτιος/μαρ/μάρ απριλίου/απρίλιος/απρ μαΐου/μαίου/μάιος/μάϊος/μαΐ/μάι"
    " ιουνίου/ιούνιος/ιουν/ιούν ιουλίου/ιούλιος/ιουλ/ιούλ αυγούστου/αύγουστος/αυγ"
    "/αύγ σεπτεμβρίου/σεπτέμβριος/σεπ/σεπτ οκτωβρίου/οκτώβριος/οκτ"
    " νοεμβρίου/νοέμβριος/νοε/νοέ δεκεμβρίου/δεκέμβριος/δεκ",
    "en": "january/jan february/feb/febr march/mar april/apr may june/jun july/jul"
    " august/aug september/sep/sept october/oct november/nov december/dec",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul"
    " agosto/ago septiembre/setiembre/sep/sept/set octubre/oct noviembre/nov"
    " diciembre/dic",
    "et": "jaanuar/jaan veebruar/veebr märts aprill mai juuni juuli august september"
    " oktoober november detsember/dets",
    "eu": "urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren"
    " uztailaren abuztuaren irailaren urriaren azaroaren abenduaren",
    "fa": "ژانویه فوریه مارس آوریل مه/می ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر"
    " نوامبر دسامبر",
    "fi": "tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu"
    " huhtikuuta/huhtikuu toukokuuta/toukokuu kesäkuuta/kesäkuu heinäkuuta/heinäkuu"
    " elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu"
    " joulukuuta/joulukuu",
    "fil": "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre"
    " nobyembre disyembre",
    "fr": "janvier/janv/jan février/fevrier/févr/fév/fev mars avril/avr mai juin/jui"
    " juillet/juil août/aout/aoû septembre/sept/sep octobre/oct novembre/nov"
    " décembre/decembre/déc/dec",
    "gl": "xaneiro/xan febreiro/feb marzo abril maio xuño/xuñ xullo/xul agosto"
    " setembro outubro novembro decembro",
    "he": "ינואר/בינואר פברואר/בפברואר מרץ/במרץ/מרס/במרס אפריל/באפריל מאי/במאי"
    " יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר"
    " נובמבר/בנובמבר דצמבר/בדצמבר",
    "hi": "जनवरी/जन फरवरी/फ़रवरी मार्च अप्रैल/अप्रेल मई जून जुलाई अगस्त सितंबर/सितम्बर"
    " अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
    "hr": "siječnja/siječanj/sij veljače/veljača/velj ožujka/ožujak/ožu"
    " travnja/travanj/tra svibnja/svibanj/svi lipnja/lipanj/lip srpnja/srpanj"
    " kolovoza/kolovoz/kol rujna/rujan/ruj listop studenoga/studenog/studeni/stu"
    " prosinca/prosinac/pros",
    "hu": "január/jan február/febr/feb március/márc április/ápr május/máj június/jún"
    " július/júl augusztus/aug szeptember/szept/szep október/okt november/nov"
    " december/dec",
    "hy": "հունվարի/հունվար փետրվարի/փետրվար մարտի/մարտ ապրիլի/ապրիլ մայիսի/մայիս"
    " հունիսի/հունիս հուլիսի/հուլիս օգոստոսի/օգոստոս սեպտեմբերի/սեպտեմբեր"
    " հոկտեմբերի/հոկտեմբեր նոյեմբերի/նոյեմբեր դեկտեմբերի/դեկտեմբեր",
    "id": "januari/jan februari/pebruari/feb maret/mar april/apr mei juni/jun juli/jul"
    " agustus/agu/agt/ags september/sep oktober/okt november/nopember/nov desember/des",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember"
    " desember",
    "it": "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu"
    " luglio/lug agosto/ago settembre/set/sett ottobre/ott novembre/nov dicembre/dic",
    "ka": "იანვარი/იანვარს თებერვალი/თებერვალს მარტი/მარტს აპრილი/აპრილს მაისი/მაისს"
    " ივნისი/ივნისს ივლისი/ივლისს აგვისტო/აგვისტოს სექტემბერი/სექტემბერს"
    " ოქტომბერი/ოქტომბერს ნოემბერი/ნოემბერს დეკემბერი/დეკემბერს",
    "lt": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo"
    " spalio lapkričio gruodžio",
    "lv": "janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā"
    " jūnijs/jūnijā jūlijs/jūlijā augusts/augustā septembris/septembrī"
    " oktobris/oktobrī novembris/novembrī decembris/decembrī",
    "mr": "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
    "ms": "januari februari mac april mei jun julai ogos september oktober november"
    " disember/dis",
    "ne": "जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर",
    "nl": "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul"
    " augustus/aug september/sep/sept oktober/okt november/nov december/dec",
    "no": "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug"
    " september/sep/sept oktober/okt november/nov desember/des",
    "pl": "stycznia/styczeń/sty lutego/luty/lut marca/marzec/mar"
    " kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec"
    " sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź"
    " listopada grudnia/grudzień/gru",
    "pt": "janeiro/jan fevereiro/fev março/marco/mar abril/abr maio/mai junho/jun"
    " julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez",
    "ro": "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul"
    " august/aug septembrie/sept octombrie/oct noiembrie/noi decembrie/dec",
    "ru": "января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр"
    " мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен"
    "/сент октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
    "sk": "januára/január februára/február marca/marec apríla/apríl mája/máj"
    " júna/jún júla/júl augusta/august septembra/september októbra/október"
    " novembra/november decembra/december",
    "sl": "januarja/januar februarja/februar marca/marec aprila/april maja/maj"
    " junija/junij julija/julij avgusta/avgust/avg septembra/september"
    " oktobra/oktober novembra/november decembra/december",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor"
    " dhjetor",
    "sr": "јануар/јануара фебруар/фебруара март/марта април/априла мај/маја јун/јуна"
    " јул/јула август/августа септембар/септембра октобар/октобра новембар/новембра"
    " децембар/децембра",
    "sr-Latn": "januar/januara februar/februara mart/marta april/aprila maj/maja"
    " jun/juna jul/jula avgust/avgusta septembar/septembra oktobar/oktobra"
    " novembar/novembra decembar/decembra",
    "sv": "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul"
    " augusti/aug september/sep/sept oktober/okt november/nov december/dec",
    "sw": "januari februari machi aprili mei juni julai agosti septemba oktoba novemba"
    " desemba",
    "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "th": "มกราคม/ม.ค กุมภาพันธ์/ก.พ มีนาคม/มี.ค เมษายน/เม.ย พฤษภาคม/พ.ค มิถุนายน/มิ.ย"
    " กรกฎาคม/ก.ค สิงหาคม/ส.ค กันยายน/ก.ย ตุลาคม/ต.ค พฤศจิกายน/พ.ย ธันวาคม/ธ.ค",
    "tr": "ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem"
    " ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara",
    "uk": "січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/кві"
    " травня/травень/тра червня/червень/чер липня/липень/лип серпня/серпень/сер"
    " вересня/вересень/вер жовтня/жовтень/жов листопада/листопад/лис"
    " грудня/грудень/гру",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
}


def _months() -> dict[str, int]:
    months: dict[str, int] = {}
    # English first: what it calls a month no other language renames.
    for language in sorted(MONTH_NAMES, key=lambda each: each != "en"):
        for number, forms in enumerate(MONTH_NAMES[language].split(), 1):
            for form in forms.split("/"):
                months.setdefault(form.replace("-", " ").casefold(), number)
    return months


MONTHS: Final = _months()
"""The number of each month by its name in small letters."""

# What stands for "Monday the" before a date, and is only ever read past.
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag mo lundi lun lunes lunedì maandag ma segunda"
            " mandag måndag poniedziałek понедельник الاثنين الإثنين понеділок δευτέρα"
            " pondělí pondelok hétfő maanantai ponedjeljak luni pazartesi senin सोमवार",
            "tuesday tue tues dienstag di mardi martes martedì dinsdag terça"
            " tirsdag tisdag wtorek вторник الثلاثاء вівторок τρίτη úterý utorok kedd"
            " tiistai utorak marți salı selasa मंगलवार",
            "wednesday wed mittwoch mi mercredi mer miércoles mercoledì woensdag wo"
            " quarta"
            " onsdag środa среда الأربعاء الاربعاء середа τετάρτη středa streda szerda"
            " keskiviikko srijeda miercuri çarşamba rabu बुधवार",
            "thursday thu thur thurs donnerstag do jeudi jeu jueves giovedì donderdag"
            " quinta"
            " torsdag czwartek четверг الخميس четвер πέμπτη čtvrtek štvrtok csütörtök"
            " torstai četvrtak joi perşembe kamis गुरुवार",
            "friday fri freitag fr vendredi ven viernes venerdì vrijdag vr sexta"
            " fredag piątek пятница الجمعة п’ятниця п'ятниця παρασκευή pátek piatok"
            " péntek perjantai petak vineri cuma jumat जुमे शुक्रवार",
            "saturday sat samstag sonnabend sa samedi sam sábado sabato zaterdag za"
            " lørdag lördag sobota суббота السبت субота σάββατο szombat lauantai subota"
            " sâmbătă cumartesi sabtu शनिवार",
            "sunday sun sonntag so dimanche dim domingo domenica zondag zo"
            " søndag söndag niedziela воскресенье الأحد الاحد неділя κυριακή neděle"
            " nedeľa vasárnap sunnuntai nedjelja duminică pazar minggu रविवार",
        )
    )
    for name in names.split()
}

_DIGITS: Final = (
    "\u0660\u06f0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0e50\uff10"
)
ASCII_DIGITS: Final = {
    ord(zero) + value: str(value) for zero in _DIGITS for value in range(10)
}
"""To translate the digits of other scripts, one for one."""

MONTH_FIRST_COUNTRIES: Final = words("US PH PR GU VI AS")
"""Where dates of numbers alone begin with the month."""

DAY_FIRST_DOMAINS: Final = words(
    "uk au nz ie in za ng ke gh pk bd lk sg my hk mt zw ug tz jm tt bb ae eu"
)
"""Where pages in English begin such dates with the day, by the end of the host."""
