package org.parley.provision;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words of units and of numbers, in lower case, in the languages of treaties.
final class NumberWords {

  private static final Map<String, Unit> UNITS =
      units(
          Map.of(
              Unit.ANNEX,
              "annex,annexure,appendix,schedule,attachment,addendum,exhibit,protocol,annexe,appendice"
                  + ",protocole,anexo,apéndice,apêndice,adenda,protocolo,anhang,anlage,protokoll"
                  + ",приложение,протокол,додаток,ملحق,الملحق,مرفق,المرفق,بروتوكول"
                  + ",allegato,bijlage,bilaga,załącznik,prilog,прилог,aneks,анекс,ek,lampiran,anexa"
                  + ",shtojca,παράρτημα,παραρτημα,ضمیمه,پیوست",
              Unit.PART,
              "part,partie,parte,teil,strand,часть,частина,الجزء"
                  + ",deel,część,dio,deo,део,kısım,bagian,partea,pjesa,μέρος,μερος,بخش",
              Unit.TITLE,
              "title,titre,título,titulo,раздел,розділ,الباب,titolo,tytuł",
              Unit.CHAPTER,
              "chapter,chapitre,capítulo,capitulo,kapitel,глава,فصل,الفصل"
                  + ",capitolo,capo,hoofdstuk,rozdział,poglavlje,поглавље,bölüm,bab,capitolul,kreu"
                  + ",κεφάλαιο,κεφαλαιο",
              Unit.SECTION,
              "section,sección,seccion,secção,seção,abschnitt,секция,القسم"
                  + ",phase,stage,step,pillar,étape,pilier,fase,etapa,paso,pilar,schritt"
                  + ",этап,фаза,шаг,етап,крок,المرحلة"
                  + ",sezione,afdeling,oddział,odjeljak,odeljak,одељак,secțiunea,seksioni,seksyon",
              Unit.ARTICLE,
              "article,art.,artículo,articulo,artikel,artigo,disposición,disposicion,cláusula,clausula"
                  + ",статья,стаття,المادة,مادة,§"
                  + ",articolo,artykuł,članak,član,члан,madde,pasal,articolul,neni,άρθρο,αρθρο,ماده"
                  + ",artikulo"
                  + ",clause,principle,rule,point,principe,punto,principio,пункт,принцип,البند",
              Unit.ITEM,
              "paragraph,paragraphe,alinéa,parágrafo,paragrafo,párrafo,apartado,inciso,alínea,absatz"
                  + ",al.,abs.,ziffer,ziff.,параграф,подпункт,підпункт,абзац"
                  + ",comma,lid,ustęp,stav,став,fıkra,ayat,alineatul,paragrafi"));

  /// Words of units that are parts of an article too, where a text has articles.
  private static final Set<String> LOOSE =
      Set.of(
          ("phase,stage,step,pillar,étape,pilier,fase,etapa,paso,pilar,schritt,этап,фаза,шаг,етап"
                  + ",крок,المرحلة,clause,principle,rule,point,principe,punto,principio,пункт"
                  + ",принцип,البند")
              .split(","));

  /// A text may be headed by one of these alone, so they need a number.
  private static final Set<String> TITLES =
      Set.of("protocol", "protocole", "protocolo", "protokoll", "протокол", "بروتوكول");

  private static final Map<String, Integer> CARDINALS =
      counted(
          "one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen"
              + ",fifteen,sixteen,seventeen,eighteen,nineteen,twenty",
          "uno,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez",
          "un,deux,trois,quatre,cinq,six,sept,huit,neuf,dix");

  private static final Map<String, Integer> ORDINALS =
      counted(
          "first,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,eleventh,twelfth"
              + ",thirteenth,fourteenth,fifteenth,sixteenth,seventeenth,eighteenth,nineteenth"
              + ",twentieth",
          "firstly,secondly,thirdly,fourthly,fifthly,sixthly",
          "premier,deuxième,troisième,quatrième,cinquième,sixième,septième,huitième,neuvième"
              + ",dixième",
          "première,seconde",
          "unique",
          "premièrement,deuxièmement,troisièmement,quatrièmement,cinquièmement,sixièmement",
          "primero,segundo,tercero,cuarto,quinto,sexto,séptimo,octavo,noveno,décimo,undécimo"
              + ",duodécimo",
          "primera,segunda,tercera,cuarta,quinta,sexta,séptima,octava,novena,décima,undécima"
              + ",duodécima",
          "único",
          "única",
          "primeiro,segundo,terceiro,quarto,quinto,sexto,sétimo,oitavo,nono,décimo",
          "primeira,segunda,terceira,quarta,quinta,sexta,sétima,oitava,nona,décima",
          "erster,zweiter,dritter,vierter,fünfter,sechster,siebter,achter,neunter,zehnter",
          "erste,zweite,dritte,vierte,fünfte,sechste,siebte,achte,neunte,zehnte",
          "erstes,zweites,drittes,viertes,fünftes,sechstes,siebtes,achtes,neuntes,zehntes",
          "первый,второй,третий,четвертый,пятый,шестой,седьмой,восьмой,девятый,десятый",
          "перша,друга,третя,четверта,п'ята,шоста,сьома,восьма,дев'ята,десята",
          "перший,другий,третій,четвертий,п'ятий,шостий,сьомий,восьмий,дев'ятий,десятий",
          "первая,вторая,третья,четвертая,пятая,шестая,седьмая,восьмая,девятая,десятая",
          "первое,второе,третье,четвертое,пятое,шестое,седьмое,восьмое,девятое,десятое",
          "перше,друге,третє,четверте,п'яте,шосте,сьоме,восьме,дев'яте,десяте",
          "الأولى,الثانية,الثالثة,الرابعة,الخامسة,السادسة,السابعة,الثامنة,التاسعة,العاشرة",
          "الأول,الثاني,الثالث,الرابع,الخامس,السادس,السابع,الثامن,التاسع,العاشر",
          "الحادي",
          "الحادية",
          "أولا,ثانيا,ثالثا,رابعا,خامسا,سادسا,سابعا,ثامنا,تاسعا,عاشرا");

  private static final Map<String, Integer> TENS =
      Map.of("twenty", 20, "thirty", 30, "forty", 40, "fifty", 50);

  /// "The second ten" is the twelfth.
  private static final Pattern ARABIC_TEEN = Pattern.compile("(\\p{L}+)\\s+عشرة?");

  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

  private NumberWords() {}

  /// The unit that a word names; null for none.
  static @Nullable Unit unit(String word) {
    return UNITS.get(plain(word));
  }

  static boolean isLoose(String word) {
    return LOOSE.contains(plain(word));
  }

  /// Whether it numbers a paragraph of an article, wherever in the article it stands.
  static boolean isOfArticle(String word) {
    return unit(word) == Unit.ITEM;
  }

  static boolean standsAlone(String word) {
    return unit(word) == Unit.ANNEX && !TITLES.contains(plain(word));
  }

  /// The value of a number in words, cardinal or ordinal; empty for none.
  static OptionalInt value(String word) {
    OptionalInt ordinal = ordinal(word);
    String plain = plain(word);
    int hyphen = plain.indexOf('-');
    Integer tens = hyphen < 0 ? null : TENS.get(plain.substring(0, hyphen));
    if (tens != null) {
      OptionalInt ones = value(plain.substring(hyphen + 1));
      return ones.isPresent() && ones.getAsInt() < 10
          ? OptionalInt.of(tens + ones.getAsInt())
          : OptionalInt.empty();
    }
    Integer cardinal = CARDINALS.get(plain);
    return ordinal.isPresent() || cardinal == null ? ordinal : OptionalInt.of(cardinal);
  }

  static OptionalInt ordinal(String word) {
    String plain = plain(word);
    Matcher teen = ARABIC_TEEN.matcher(plain);
    Integer value = ORDINALS.get(teen.matches() ? teen.group(1) : plain);
    return value == null
        ? OptionalInt.empty()
        : OptionalInt.of(teen.matches() ? 10 + value : value);
  }

  /// The value of a Chinese numeral up to 999; empty for none.
  static OptionalInt chinese(String written) {
    if (written.chars().allMatch(Character::isDigit)) {
      return OptionalInt.of(Integer.parseInt(written));
    }
    int value = 0;
    int digit = 0;
    for (int i = 0; i < written.length(); i++) {
      char sign = written.charAt(i);
      int unit = sign == '百' ? 100 : sign == '十' ? 10 : 0;
      int here = CHINESE_DIGITS.indexOf(sign == '零' ? '〇' : sign);
      if (unit > 0) {
        value += (digit == 0 ? 1 : digit) * unit;
        digit = 0;
      } else if (here >= 0) {
        digit = here;
      } else {
        return OptionalInt.empty();
      }
    }
    return value + digit == 0 ? OptionalInt.empty() : OptionalInt.of(value + digit);
  }

  /// In lower case, without the vowel signs of Arabic, and with one form of its alif.
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT)
        .replaceAll("[\\x{64B}-\\x{652}]", "")
        .replaceAll("[أإآ]", "ا")
        .replace('ё', 'е')
        .replace('’', '\'');
  }

  private static Map<String, Unit> units(Map<Unit, String> words) {
    Map<String, Unit> units = new HashMap<>();
    words.forEach(
        (unit, each) -> List.of(each.split(",")).forEach(it -> units.put(plain(it), unit)));
    return Map.copyOf(units);
  }

  private static Map<String, Integer> counted(String... series) {
    Map<String, Integer> values = new HashMap<>();
    for (String each : series) {
      int value = 0;
      for (String word : each.split(",")) {
        value++;
        values.put(plain(word), value);
      }
    }
    return Map.copyOf(values);
  }
}
