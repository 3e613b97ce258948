package org.parley.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Texts in the shapes that agreements have.
class ProvisionReaderTest {

  /// One line a provision: its depth by indentation, number, heading and words.
  private static String outline(String text) {
    List<String> lines = new ArrayList<>();
    ProvisionReader.read(text).provisions().forEach(each -> outline(each, "", lines));
    return String.join("\n", lines) + "\n";
  }

  private static void outline(TextProvision each, String indent, List<String> lines) {
    ProvisionNumber number = each.number();
    String label = number == null ? "" : number.unit() + " " + number.label();
    String words = String.join(" / ", each.paragraphs());
    lines.add(
        indent
            + label
            + (each.heading().isEmpty() ? "" : " {" + each.heading() + "}")
            + (words.isEmpty() ? "" : " " + words));
    each.parts().forEach(part -> outline(part, indent + "  ", lines));
  }

  private static List<TextDoubt> doubts(String text) {
    return ProvisionReader.read(text).doubts().stream().map(DoubtfulLine::doubt).toList();
  }

  @Test
  void lettersMayFollowADecimal() {
    assertEquals(
        """
        ITEM 2 {MONITORING}
          ITEM 2.1 A mission is deployed.
            ITEM a It reports daily.
            ITEM b It moves freely.
          ITEM 2.2 It has 120 monitors:
            ITEM a at Nord;
            ITEM b at Sud.
        """,
        outline(
            """
            2 MONITORING

            2.1 A mission is deployed.
            2.1.a It reports daily.
            2.1.b It moves freely.
            2.2 It has 120 monitors:
            2.2.a) at Nord;
            2.2.b) at Sud.
            """));
  }

  @Test
  void paragraphsMayBeginInTheLineOfTheirArticle() {
    assertEquals(
        """
        ARTICLE 1
          ITEM 1 The Parties meet.
          ITEM 2 They do so in spring.
        ARTICLE 1 bis The Parties agree.
        ARTICLE 2
          ITEM 1 The committee has:
            ITEM 1 three members of each Party;
            ITEM 2 a mediator.
          ITEM 2 It meets every month.
        ARTICLE 3
          ITEM 1 The forces withdraw.
          ITEM 2 The mission verifies.
        """,
        outline(
            """
            Article 1er (1) The Parties meet.
            (2) They do so in spring.
            Article 1er bis. – The Parties agree.
            Article 2. – 1° The committee has:
            1°) three members of each Party;
            2°) a mediator.
            2° It meets every month.
            Article 3
            Al. 1 The forces withdraw.
            Al. 2 The mission verifies.
            """));
  }

  @Test
  void articlesStandInChaptersAndAreNumberedThrough() {
    String text =
        """
        TREATY ON THE RIVER
        The Parties have agreed as follows:
        CHAPTER I
        GENERAL
        Article 1
        Terms
        In this Treaty:
        (a) "river" means the Aro;
        (b) "year" means twelve months.
        Article 2 - Purpose
        1. The Parties share the water.
        2. They do so:
        (i) in equity; and
        (ii) in good faith.
        CHAPTER II
        WATER
        Article 2 bis
        Spring
        Nothing in Article 2 is a bar.
        Article 3
        The Parties shall meet
        each spring.
        IN WITNESS WHEREOF they have signed.
        Annex A
        Article 1
        A map.
        """;
    assertEquals(
        """
        CHAPTER I {GENERAL}
          ARTICLE 1 {Terms} In this Treaty:
            ITEM a "river" means the Aro;
            ITEM b "year" means twelve months.
          ARTICLE 2 {Purpose}
            ITEM 1 The Parties share the water.
            ITEM 2 They do so:
              ITEM i in equity; and
              ITEM ii in good faith.
        CHAPTER II {WATER}
          ARTICLE 2 bis {Spring} Nothing in Article 2 is a bar.
          ARTICLE 3 The Parties shall meet each spring.
        ANNEX A
          ARTICLE 1 A map.
        """,
        outline(text));
    assertEquals(List.of(), doubts(text));
    ProvisionTree tree = ProvisionReader.read(text);
    assertEquals(
        List.of("TREATY ON THE RIVER", "The Parties have agreed as follows:"),
        tree.opening().paragraphs());
    assertEquals(
        List.of("IN WITNESS WHEREOF they have signed."), tree.closings().getFirst().paragraphs());
  }

  @Test
  void decimalsStandInTheirPrefix() {
    assertEquals(
        """
        ITEM 5 {Ceasefire}
          ITEM 5.1 Fire ceases.
            ITEM 5.1.1 At noon.
            ITEM 5.1.2 Everywhere.
          ITEM 5.2 Arms withdraw by 1.5 kilometres.
        ITEM 6 {Elections}
          ITEM 6.1 They are held.
        """,
        outline(
            """
            5. Ceasefire
            5.1 Fire ceases.
            5.1.1 At noon.
            5.1.2 Everywhere.
            5.2 Arms withdraw by
            1.5 kilometres.
            6. Elections
            6.1 They are held.
            """));
  }

  @Test
  void aNumberMayStandWithoutMarkBeforeItsDecimals() {
    assertEquals(
        """
        ITEM 1 {GOVERNMENT OF ARO}
          ITEM 1.1 {Law on the Government of Aro}
            ITEM 1.1.1 A law enters into force by 31 March.
        ITEM 2 {Human rights}
          ITEM 2.1 The covenants bind.
        """,
        outline(
            """
            They agree on the following:
            1 GOVERNMENT
            OF ARO
            1.1 Law on
            the Government of Aro
            1.1.1 A law enters into force by
            31 March.
            2 Human rights
            2.1 The covenants bind.
            """));
  }

  @Test
  void aLineAboveSentencesIsAHeading() {
    assertEquals(
        """
        ITEM I {POLITICAL COMMITMENTS}
          ITEM A {Power sharing} The parties agree that:
            ITEM i the presidency rotates;
            ITEM ii ministers are chosen together.
          ITEM B {Revenue} Oil is shared.
          ITEM C The parties shall:-
            ITEM i meet.
        ITEM II {DUTIES} THE PARTIES SHALL:
          ITEM A meet;
          ITEM B report
        """,
        outline(
            """
            I. POLITICAL COMMITMENTS

            A. Power sharing

            The parties agree that:

            i. the presidency rotates;
            ii. ministers are chosen together.

            B. Revenue

            Oil is shared.

            C. The parties shall:-

            i. meet.

            II. DUTIES
            THE PARTIES SHALL:
            A. meet;
            B. report
            """));
  }

  /// A sentence that binds or decides is none, though its full stop is missing.
  @Test
  void aSentenceThatBindsIsNoHeading() {
    assertEquals(
        """
        ITEM 1 Decides that all States shall prevent the supply of arms
          ITEM a to the entities listed in annex I,
          ITEM b to persons acting for them;
        ITEM 2 The Commission decides to extend the mandate until 31 December 2023 / The observers report weekly.
        ITEM 3 {Next meeting} It takes place in Doha.
        """,
        outline(
            """
            1. Decides that all States shall prevent the supply of arms

            (a) to the entities listed in annex I,

            (b) to persons acting for them;

            2. The Commission decides to extend the mandate until 31 December 2023

            The observers report weekly.

            3. Next meeting

            It takes place in Doha.
            """));
    assertEquals(
        """
        ARTICLE 1 {Obligations} The Parties shall withdraw to the lines of 1 January
        ARTICLE 2 The Parties shall release all detainees
        ARTICLE 3 Les Parties s’engagent à respecter le cessez-le-feu
        ARTICLE 4 Las Partes se comprometen a respetar la tregua
        ARTICLE 5 {Requests for information}
          ITEM 1 They are made in writing.
        """,
        outline(
            """
            Article 1
            Obligations
            The Parties shall withdraw to the lines of 1 January

            Article 2
            The Parties shall release all detainees

            Article 3
            Les Parties s’engagent à respecter le cessez-le-feu

            Article 4. Las Partes se comprometen a respetar la tregua

            Article 5
            Requests for information
            1. They are made in writing.
            """));
  }

  /// Annexes of decisions are numbered `I.1`, through their sections.
  @Test
  void aRomanNumeralMayStandBeforeADecimal() {
    String text =
        """
        Article 1
        Funds are frozen.

        ANNEX I
        LIST OF PERSONS
        A. Persons
        I.1. Ivan Petrov, born in 1960
        I.2. Petr Ivanov, born in 1961
        B. Entities
        I.3. Company X

        ANNEX II
        II.1. Entry
        II.2. Derogations
        II.2.1. Visas are granted.
        V.2 of the Treaty applies.
        """;
    assertEquals(
        """
        ARTICLE 1 Funds are frozen.
        ANNEX I {LIST OF PERSONS}
          ITEM A {Persons}
            ITEM I.1 Ivan Petrov, born in 1960
            ITEM I.2 Petr Ivanov, born in 1961
          ITEM B {Entities}
            ITEM I.3 Company X
        ANNEX II
          ITEM II.1 Entry
          ITEM II.2 {Derogations}
            ITEM II.2.1 Visas are granted. / V.2 of the Treaty applies.
        """,
        outline(text));
    assertEquals(List.of(), doubts(text));
  }

  @Test
  void aLetterMayStandBeforeADecimal() {
    String text =
        """
        Article 1
        Works are listed in Annex B.

        ANNEX A
        1. North
        2. South

        ANNEX B
        B.1. San Telmo
        B.2. Canal
        B.2.1. Locks are opened.
        C.2 of the Treaty applies.
        """;
    assertEquals(
        """
        ARTICLE 1 Works are listed in Annex B.
        ANNEX A
          ITEM 1 North
          ITEM 2 South
        ANNEX B
          ITEM B.1 San Telmo
          ITEM B.2 {Canal}
            ITEM B.2.1 Locks are opened. / C.2 of the Treaty applies.
        """,
        outline(text));
    assertEquals(List.of(), doubts(text));
  }

  /// The first paragraph may stand in the line of its article.
  @Test
  void theFirstParagraphMayFollowTheNumberOfItsArticle() {
    String text =
        """
        Article 1. 1. The Parties cease fire.
        2. They withdraw.
        Art. 2. – I. – Les armes lourdes sont regroupées.
        II. – Les armes légères sont enregistrées.
        Article 3. 3.1 The Mission reports.
        3.2 It has observers.
        Article 4. In 2031, elections are held.
        Article 5. 1 March 2031 is D-Day.
        المرفق 1
        خريطة المناطق
        """;
    assertEquals(
        """
        ARTICLE 1
          ITEM 1 The Parties cease fire.
          ITEM 2 They withdraw.
        ARTICLE 2
          ITEM I Les armes lourdes sont regroupées.
          ITEM II Les armes légères sont enregistrées.
        ARTICLE 3
          ITEM 3.1 The Mission reports.
          ITEM 3.2 It has observers.
        ARTICLE 4 In 2031, elections are held.
        ARTICLE 5 1 March 2031 is D-Day.
        ANNEX 1 {خريطة المناطق}
        """,
        outline(text));
    assertEquals(List.of(), doubts(text));
  }

  @Test
  void numbersHaveColonsDegreesAndNumberSigns() {
    assertEquals(
        """
        ARTICLE 1
          ITEM 1 Fire ceases.
          ITEM 2 Troops stay.
        ARTICLE 2
          ITEM 1 les armes ;
          ITEM 2 les mines.
        ARTICLE 3
          ITEM 1 Se tramita.
          ITEM 2 Participa.
        ARTICLE transitorio 4 Es de diez años.
        ANNEX 1 {График}
        """,
        outline(
            """
            Article 1
            1: Fire ceases.
            2: Troops stay.
            Article 2
            1°) les armes ;
            2°) les mines.
            Article 3
            Parágrafo 1. Se tramita.
            Parágrafo 2. Participa.
            Artículo transitorio 4. Es de diez años.
            Приложение № 1
            График
            """));
  }

  @Test
  void letterListsBeginInTheLineOfTheirParagraph() {
    assertEquals(
        """
        ARTICLE II {Elections}
          ITEM 1 They are free.
          ITEM 2
            ITEM a They are a step.
            ITEM b They are observed.
          ITEM 3
            ITEM a one;
            ITEM b two.
          ITEM 4 ...
        ARTICLE 3 bis
          ITEM أ المدفعية؛
          ITEM ب الدبابات.
        ARTICLE 4
        ANNEX 5 {Map}
        """,
        outline(
            """
            Article II
            Elections
            1. They are free.
            2. a. They are a step.
            b. They are observed.
            3.
            a- one;
            b- two.
            4. ...
            Article 3 (bis)
            أ) المدفعية؛
            ب) الدبابات.
            المادة (4)
            Attachment 5: Map
            """));
  }

  @Test
  void raisedNumbersInsertAndStarsAreNotes() {
    assertEquals(
        """
        ARTICLE 5 Text.
        ARTICLE 5¹ {Звіти} Сторони звітують.
        ARTICLE 5² Text.
        ARTICLE 6 {* Definitions} Text. / Article 6* of the Treaty stays.
        ARTICLE 7 {*} Text.
        """,
        outline(
            """
            Article 5
            Text.
            Стаття 5¹. Звіти
            Сторони звітують.
            Article 5²
            Text.
            Article 6* Definitions
            Text.
            Article 6* of the Treaty stays.
            Article 7*
            Text.
            """));
  }

  @Test
  void disputedProvisionsKeepTheirBrackets() {
    assertEquals(
        """
        ARTICLE 1
          ITEM 1 [The Parties meet.]
          ITEM 2 [The Parties may meet [yearly].]
            ITEM a [in spring;]
            ITEM b [in autumn.] / [1.] is kept. / [5 years][10 years]
        ARTICLE 2 [Each pays.]
        """,
        outline(
            """
            Article 1
            [1. The Parties meet.]
            [2. The Parties may meet [yearly].]
            [(a) in spring;]
            [(b) in autumn.]
            [1.] is kept.
            [5 years][10 years]
            [Article 2
            Each pays.]
            """));
  }

  @Test
  void aNumberThatContinuesNothingIsText() {
    assertEquals(
        """
        ITEM 1 Guns move: / 100 mm canons by 9 kilometres; / 120. mortars by 8 kilometres.
        ITEM 2 A. Smith, of the mission, verifies. / A. Jones too.
        """,
        outline(
            """
            1.
            Guns move:
            100 mm canons by 9 kilometres;
            120. mortars by 8 kilometres.
            2. A. Smith, of the mission, verifies.
            A. Jones too.
            """));
  }

  @Test
  void aLetterAfterHIsALetterAndARomanNumeralBeginsAList() {
    String letters = "1. All:\n(a) a;\n(b) b;\n(c) c;\n(d) d;\n(e) e;\n(f) f;\n(g) g;\n(h) h;\n";
    assertEquals(
        """
              ITEM h h;
              ITEM i i;
                ITEM i one;
                ITEM ii two;
              ITEM j j.
        """
            .replaceAll("(?m)^    ", ""),
        outline(letters + "(i) i;\n(i) one;\n(ii) two;\n(j) j.\n")
            .lines()
            .skip(8)
            .map(each -> each + "\n")
            .reduce("", String::concat));
  }

  @Test
  void paragraphsAreNumberedThroughHeadingsWithoutNumbers() {
    String text =
        """
        The Council decides:
        1. It endorses the plan;
        TERMINATION
        2. It ends earlier measures;
        3. It asks for reports.
        """;
    assertEquals(
        """
        ITEM 1 It endorses the plan;
        HEADING 1 {TERMINATION}
          ITEM 2 It ends earlier measures;
          ITEM 3 It asks for reports.
        """,
        outline(text));
    assertEquals(List.of(new TextDoubt.HeadingWithoutNumber("TERMINATION")), doubts(text));
  }

  @Test
  void whatBreaksASeriesIsADoubt() {
    assertEquals(
        List.of(
            new TextDoubt.NumberSkipped("2", "4"),
            new TextDoubt.NumberRepeated("4"),
            new TextDoubt.SeriesRestarted("4")),
        doubts("1. One.\n2. Two.\n4. Four.\n4. Four again.\n1. First.\n2. Second.\n"));
    assertEquals(
        List.of(new TextDoubt.NumberSkipped("1", "3")), doubts("Article 1\nA.\nArticle 3\nB.\n"));
  }

  @Test
  void anExcerptMayBeginInTheMiddle() {
    assertEquals("ITEM 7 Seven.\nITEM 8 Eight.\n", outline("Extract\n7. Seven.\n8. Eight.\n"));
  }

  @Test
  void unitsAreReadInTheLanguagesOfTreaties() {
    for (String[] each :
        new String[][] {
          {"Article premier", "Article 2"},
          {"Artículo 1.º Objeto", "Artículo 2. Fin"},
          {"Статья 1", "Статья 2"},
          {"Стаття 1. Мета", "Стаття 2"},
          {"المادة ١", "المادة ٢"},
          {"Artikel 1", "Artikel 2"},
          {"§ 1", "§ 2"},
          {"ARTICLE ONE", "ARTICLE TWO"},
          {"Article I", "Article II"}
        }) {
      ProvisionTree tree = ProvisionReader.read(each[0] + "\nA.\n" + each[1] + "\nB.\n");
      assertEquals(2, tree.provisions().size(), each[0]);
      assertEquals(List.of(), tree.doubts(), each[0]);
    }
  }

  @Test
  void aReferenceThatOpensALineIsNoArticle() {
    assertEquals(
        "ARTICLE 1 {Terms} As said in Article 5 of the Treaty, it holds.\n",
        outline("Article 1\nTerms\nAs said in\nArticle 5 of the Treaty, it holds.\n"));
  }

  @Test
  void annexesMayHaveALetterBesideTheirNumber() {
    assertEquals(
        """
        ANNEX 1-A {MILITARY ASPECTS}
          ARTICLE I {General} Fire ceases.
        ANNEX 1-B {REGIONAL STABILIZATION}
          ARTICLE I {General} Talks begin.
        ANNEX 2 {BOUNDARY}
        """,
        outline(
            """
            ANNEX 1-A
            MILITARY ASPECTS
            Article I
            General
            Fire ceases.
            ANNEX 1-B
            REGIONAL STABILIZATION
            Article I
            General
            Talks begin.
            ANNEX 2
            BOUNDARY
            """));
  }

  @Test
  void aLetterOrNumeralRightBeforeAnArticleHeadsASection() {
    String text =
        """
        Chapter I
        CEASEFIRE
        A. Cessation of hostilities

        Article 1
        Fire ceases.

        B. Withdrawal

        Article 2
        Forces withdraw:
        A. from the line;
        B. from the towns.
        """;
    assertEquals(
        """
        CHAPTER I {CEASEFIRE}
          SECTION A {Cessation of hostilities}
            ARTICLE 1 Fire ceases.
          SECTION B {Withdrawal}
            ARTICLE 2 Forces withdraw:
              ITEM A from the line;
              ITEM B from the towns.
        """,
        outline(text));
    assertEquals(List.of(), doubts(text));
  }

  @Test
  void phasesAndPointsArePartsOfArticlesWhereThereAreSome() {
    assertEquals(
        """
        SECTION 1
          ITEM 1 Prisoners are exchanged.
        SECTION 2 {Withdrawal}
          ITEM 1 Forces leave.
        """,
        outline(
            "Phase One\n1. Prisoners are exchanged.\nPhase Two: Withdrawal\n1. Forces leave.\n"));
    assertEquals(
        """
        ARTICLE 1 {Withdrawal} Forces withdraw in phases.
          ITEM I From the line.
          ITEM II From the towns.
        ARTICLE 2
          ITEM 1 Prisoners are exchanged.
        """,
        outline(
            """
            Article 1
            Withdrawal
            Forces withdraw in phases.
            Phase I
            From the line.
            Phase II
            From the towns.
            Article 2
            Point 1. Prisoners are exchanged.
            """));
  }

  @Test
  void ordinalWordsCountAndDashesAndBlanksMark() {
    assertEquals(
        """
        ITEM PRIMERO Cesar el fuego.
        ITEM SEGUNDO Crear una comisión:
          ITEM 1 de verificación;
          ITEM 2 de memoria.
        ITEM TERCERO Publicar el acuerdo.
        """,
        outline(
            """
            PRIMERO.- Cesar el fuego.
            SEGUNDO.- Crear una comisión:
            1.- de verificación;
            2.- de memoria.
            TERCERO: Publicar el acuerdo.
            """));
    assertEquals(
        "ITEM 1 Fire ceases.\nITEM 2 Prisoners go home.\n",
        outline("1 - Fire ceases.\n2 - Prisoners go home.\n"));
    assertEquals(
        "ITEM 1 Ceasefire / It begins at noon.\nITEM 2 Prisoners / They go home.\n",
        outline("1 Ceasefire\nIt begins at noon.\n\n2 Prisoners\nThey go home.\n"));
    assertEquals(
        "ITEM 1 Fire ceases on 1 January and on 2 February of that year.\n",
        outline("1. Fire ceases on\n1 January and on\n2 February of that year.\n"));
    assertEquals(
        "ITEM 1 Forces leave within 1 - 2 weeks.\n",
        outline("1. Forces leave within\n1 - 2 weeks.\n"));
  }

  @Test
  void aRoundDecimalNumbersWhatTheOthersArePartOf() {
    assertEquals(
        """
        ITEM 1.0 {SECURITY}
          ITEM 1.1 Fire ceases.
          ITEM 1.2 Forces leave.
        ITEM 2.0 {POWER}
          ITEM 2.1 It is shared.
        """,
        outline(
            "1.0 SECURITY\n1.1 Fire ceases.\n1.2 Forces leave.\n2.0 POWER\n2.1 It is shared.\n"));
  }

  @Test
  void chineseAndArabicTextsHaveProvisions() {
    assertEquals(
        """
        CHAPTER 一 {总则}
          ARTICLE 一 双方停火。
          ARTICLE 二 双方交换战俘：
            ITEM 一 伤病员；
            ITEM 二 其他人员。
        CHAPTER 二 {监督}
          ARTICLE 三 设立委员会。 / 第二条第一款规定其任务。
        """,
        outline(
            """
            第一章 总则
            第一条 双方停火。
            第二条 双方交换战俘：
            （一）伤病员；
            （二）其他人员。
            第二章 监督
            第三条 设立委员会。
            第二条第一款规定其任务。
            """));
    assertEquals(
        """
        ARTICLE 1 {وقف إطلاق النار}
          ITEM ١ يوقف الطرفان إطلاق النار.
          ITEM ٢ يتم تبادل الأسرى.
        ARTICLE 2
          ITEM أولاً تشكل لجنة.
          ITEM ثانياً تجتمع اللجنة.
        """,
        outline(
            """
            المادة الأولى
            وقف إطلاق النار
            ١- يوقف الطرفان إطلاق النار.
            ٢- يتم تبادل الأسرى.
            المادة الثانية
            أولاً: تشكل لجنة.
            ثانياً: تجتمع اللجنة.
            """));
  }

  @Test
  void aHeadingInCapitalsMayFillTwoLines() {
    String text = "CHAPTER 1: THE TERMS USED IN\nTHIS TREATY\nArticle 1\nA term.\n";
    assertEquals("CHAPTER 1 {THE TERMS USED IN THIS TREATY}\n  ARTICLE 1 A term.\n", outline(text));
    assertEquals(List.of(), doubts(text));
  }

  @Test
  void marksOfAQuotedMailAreNoWords() {
    assertEquals(
        "ARTICLE I Fire ceases.\nARTICLE II Forces leave.\n",
        outline(
            "> TREATY\n> ------\n>\n> Article I\n> Fire ceases.\n>\n> Article II\n>> Forces leave.\n"));
  }

  @Test
  void brokenLinesAreOneParagraphAgain() {
    assertEquals(
        """
        ARTICLE I The Parties undertake to recreate normal conditions of life in Arda as set forth in Annex 1-A and Annex 1-B. They shall meet in the city of Aro each year. / Nothing more is due.
        """,
        outline(
            """
            Article I
            The Parties undertake to recreate normal conditions of life in
            Arda as set forth in Annex 1-A and
            Annex 1-B. They shall meet in the city of
            Aro each year.
            Nothing more is due.
            """));
    assertEquals(
        "ITEM 1 It lies north of the river and south of the line that the Commission of the Aro"
            + " Basin drew.\n",
        outline(
            """
            1. It lies north of the river and south of the line that the
            Commission of the Aro Basin drew.
            """));
  }

  @Test
  void aListMayBeginInTheLineOfItsProvision() {
    assertEquals(
        """
        ITEM 1 The Parties shall:
          ITEM a
            ITEM i remove mines;
            ITEM ii mark the others;
          ITEM b open roads.
        """,
        outline(
            "1. The Parties shall:\n(a) (i) remove mines;\n(ii) mark the others;\n(b) open roads.\n"));
  }

  @Test
  void pageNumbersAndTheTableOfContentsAreNoWords() {
    String text =
        """
        Article 1 Ceasefire ........ 2
        Article 2 Monitoring . . . . . 3
        - 2 -
        Article 1
        Ceasefire
        The Parties cease
        Page 3 of 4
        fire.
        Article 2
        Monitoring
        A mission is set up.
        """;
    assertEquals(
        """
        ARTICLE 1 {Ceasefire} The Parties cease fire.
        ARTICLE 2 {Monitoring} A mission is set up.
        """,
        outline(text));
    assertEquals(List.of(), doubts(text));
  }

  @Test
  void aWholeNumberIsReadBeforeItsDecimalsThoughNoneWasBefore() {
    assertEquals(
        """
        ITEM 1.1 Forces leave.
        ITEM 1.2 Prisoners go home.
        ITEM 2 {Monitoring}
          ITEM 2.1 A mission is set up.
        """,
        outline(
            "1.1. Forces leave.\n1.2. Prisoners go home.\n2. Monitoring\n2.1. A mission is set up.\n"));
  }

  @Test
  void lettersOutsideOfArticlesHeadSectionsIfOneOfThemDoes() {
    assertEquals(
        """
        SECTION A {General} Powers are transferred.
        SECTION B {Specific}
          ARTICLE IV The territory is one.
        """,
        outline(
            "A. General\nPowers are transferred.\nB. Specific\nArticle IV\nThe territory is one.\n"));
  }

  @Test
  void aProtocolAfterTheSignaturesHasProvisionsOfItsOwn() {
    String text =
        """
        Article 1
        The Parties cease fire.
        Done in Paris on 27 January 1973.
        PROTOCOL TO THE AGREEMENT
        Article 1
        Prisoners are returned.
        """;
    assertEquals(
        """
        ARTICLE 1 The Parties cease fire.
        HEADING 1 {PROTOCOL TO THE AGREEMENT}
          ARTICLE 1 Prisoners are returned.
        """,
        outline(text));
    assertEquals(
        List.of(new TextDoubt.HeadingWithoutNumber("PROTOCOL TO THE AGREEMENT")), doubts(text));
  }

  @Test
  void paragraphsAreNumberedThroughChaptersWithLetters() {
    assertEquals(
        """
        ITEM A {GENERAL}
          ITEM 1 The sequence is in Annex V.
        ITEM B {REACTOR}
          ITEM 2 The reactor is rebuilt.
        """,
        outline(
            "A. GENERAL\n1. The sequence is in Annex V.\nB. REACTOR\n2. The reactor is rebuilt.\n"));
  }

  @Test
  void romanNumeralsMayHaveDashesOfSeveralKinds() {
    assertEquals(
        """
        ITEM I {IDENTITY}
          ITEM 1 The law is liberal.
        ITEM II {ELECTIONS}
          ITEM 1 The law stands.
        """,
        outline("I – IDENTITY\n1. The law is liberal.\nII - ELECTIONS\n1. The law stands.\n"));
  }

  @Test
  void anOrdinalSignNeedsNoFullStop() {
    assertEquals(
        """
        ARTICLE 3 La integran:
          ITEM 1 Un delegado de cada Parte.
          ITEM 2 Un delegado más.
        """,
        outline("ARTÍCULO 3. La integran:\n1º Un delegado de cada Parte.\n2º Un delegado más.\n"));
  }

  @Test
  void anExtractMayLeaveManyNumbersOut() {
    String text =
        """
        1. The Parties meet.
        2. They agree.
        9. Annexes are part of it.
        10. It takes effect.
        MONITORING
        18. A mission is set up.
        """;
    assertEquals(
        """
        ITEM 1 The Parties meet.
        ITEM 2 They agree.
        ITEM 9 Annexes are part of it.
        ITEM 10 It takes effect.
        HEADING 1 {MONITORING}
          ITEM 18 A mission is set up.
        """,
        outline(text));
    assertEquals(
        List.of(
            new TextDoubt.NumberSkipped("2", "9"),
            new TextDoubt.HeadingWithoutNumber("MONITORING"),
            new TextDoubt.NumberSkipped("10", "18")),
        doubts(text));
  }

  @Test
  void anArticleAfterAFormulaOfSignatureShowsThatItWasNone() {
    String text =
        """
        Chapter I
        Security
        Signed in Norda on 3 March 2025
        Article 1
        The Parties cease fire.
        Signatories shall meet monthly.
        Article 2
        Arms are withdrawn.
        Done in Norda.
        1. First witness
        2. Second witness
        """;
    assertEquals(
        """
        CHAPTER I {Security} Signed in Norda on 3 March 2025
          ARTICLE 1 The Parties cease fire. / Signatories shall meet monthly.
          ARTICLE 2 Arms are withdrawn.
        """,
        outline(text));
    assertEquals(
        List.of("Done in Norda.", "1. First witness", "2. Second witness"),
        ProvisionReader.read(text).closings().getFirst().paragraphs());
  }

  @Test
  void eachTextHasItsOwnSignatures() {
    String text =
        """
        Article 1
        Fire ceases.
        Done at Norda.
        For Arda
        UNDERSTANDING ON PRISONERS
        Article 1
        Prisoners go home.
        Done at Suda.
        Annex 1
        A list.
        """;
    assertEquals(
        """
        ARTICLE 1 Fire ceases.
        HEADING 1 {UNDERSTANDING ON PRISONERS}
          ARTICLE 1 Prisoners go home.
        ANNEX 1 A list.
        """,
        outline(text));
    assertEquals(
        List.of(List.of("Done at Norda.", "For Arda"), List.of("Done at Suda.")),
        ProvisionReader.read(text).closings().stream().map(TextProvision::paragraphs).toList());
  }

  @Test
  void chaptersMayHavePartsIfPartsBeginAnewInThem() {
    assertEquals(
        """
        CHAPTER I {Security}
          PART A {Ceasefire}
            ITEM 1.1 Fire ceases.
          PART B {Arms}
            ITEM 2.1 Arms are stored.
        CHAPTER II {Power}
          PART A {Council}
            ITEM 1.1 It meets.
        ANNEX I {Map}
        """,
        outline(
            """
            Chapter I
            Security
            Part A
            Ceasefire
            1.1 Fire ceases.
            Part B
            Arms
            2.1 Arms are stored.
            Chapter II
            Power
            Part A
            Council
            1.1 It meets.
            Annexure I: Map
            """));
  }

  @Test
  void aChapterMayFollowTheAnnexesOfTheOneBefore() {
    assertEquals(
        """
        CHAPTER 1 {Security}
          ARTICLE 1 Fire ceases.
        ANNEX A {Lines} A map.
        CHAPTER 2 {Power}
          ARTICLE 2 A council meets.
        """,
        outline(
            """
            Chapter 1
            Security
            Article 1
            Fire ceases.
            Schedule A
            Lines
            A map.
            Chapter 2
            Power
            Article 2
            A council meets.
            """));
  }

  @Test
  void shortLinesBetweenNumberedParagraphsHeadThoseBelow() {
    String text =
        """
        STRAND ONE

        1. There is an assembly.

        The Assembly

        2. It has sixty members.

        3. It meets in Norda.

        Safeguards

        4. Key decisions need:

        (a) a majority; or

        (c) consent.
        """;
    assertEquals(
        """
        PART 1
          ITEM 1 There is an assembly.
          HEADING 1 {The Assembly}
            ITEM 2 It has sixty members.
            ITEM 3 It meets in Norda.
          HEADING 2 {Safeguards}
            ITEM 4 Key decisions need:
              ITEM a a majority; or
              ITEM c consent.
        """,
        outline(text));
    assertEquals(
        List.of(
            new TextDoubt.HeadingWithoutNumber("The Assembly"),
            new TextDoubt.HeadingWithoutNumber("Safeguards"),
            new TextDoubt.NumberSkipped("a", "c")),
        doubts(text));
  }

  @Test
  void numberedReasonsStandApartFromArticles() {
    assertEquals(
        """
        HEADING 1 {Whereas:}
          ITEM 1 Peace is needed.
          ITEM 2 Article 5 of the Charter applies.
        ARTICLE 1 {Aim}
          ITEM 1 The fund helps.
        ARTICLE 2 {Area} It is the north.
        """,
        outline(
            """
            THE COUNCIL,
            Whereas:
            (1) Peace is needed.
            (2) Article 5 of the Charter applies.
            Article 1
            Aim
            1. The fund helps.
            Article 2
            Area
            It is the north.
            """));
  }

  /// A line for each letter from a to n.
  private static String letters(String line) {
    return IntStream.rangeClosed('a', 'n')
        .mapToObj(each -> String.format(Locale.ROOT, line, Character.toString(each)))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void paragraphsByTheirWordStandInTheArticle() {
    assertEquals(
        """
        ARTICLE 1 Las partes:
        %s
          ITEM ñ publican.
          ITEM Parágrafo La misión verifica.
        ARTICLE 2 {(Termos)}
          ITEM 1 Parte é quem assina.
          ITEM 2 Zona é o norte.
          ITEM Parágrafo único Nada obsta.
        ARTICLE 2-A {Exceções}
          ITEM 1 A polícia fica.
        ARTICLE adicional primera Se firma.
        """
            .formatted(letters("  ITEM %s una;")),
        outline(
            """
            Artículo 1º. Las partes:
            %s
            ñ) publican.
            Parágrafo. La misión verifica.
            Artigo 2.º (Termos)
            § 1º Parte é quem assina.
            § 2º Zona é o norte.
            Parágrafo único. Nada obsta.
            Artigo 2.º-A
            Exceções
            Alínea 1. A polícia fica.
            Disposición adicional primera. Se firma.
            """
                .formatted(letters("%s) una;"))));
  }

  @Test
  void unitsMayFollowTheirNumber() {
    assertEquals(
        """
        PART 1 {Ziele}
          ARTICLE 1
            ITEM 1 Die Parteien stellen das Feuer ein.
            ITEM 2 Sie melden es. / Art. 3 Abs. 2 bleibt vorbehalten.
        PART 2
          CHAPTER 1 {Des forces}
        """,
        outline(
            """
            Erster Teil: Ziele
            Art. 1

            1 Die Parteien stellen das Feuer ein.
            2 Sie melden es.
            Art. 3 Abs. 2 bleibt vorbehalten.
            Deuxième partie
            1. Kapitel: Des forces
            """));
  }

  @Test
  void arabicUnitsHaveOrdinalsOfBothGenders() {
    assertEquals(
        """
        TITLE 1 {أحكام}
          ARTICLE 11 نص.
            ITEM د واحد؛
            ITEM هـ اثنان.
        ANNEX أ {خريطة}
        """,
        outline(
            """
            الباب الأول
            أحكام
            المادة الحادية عشرة
            نص.
            أ) صفر؛
            د) واحد؛
            هـ) اثنان.
            الملحق (أ)
            خريطة
            """
                .replace("أ) صفر؛\n", "")));
  }

  @Test
  void ukrainianLettersNeedNotAllBeUsed() {
    assertEquals(
        """
        ITEM 1 Сторони:
          ITEM а діють;
          ITEM б чекають;
          ITEM в пишуть;
          ITEM г бачать;
          ITEM ґ чують;
          ITEM д йдуть.
        ITEM 2 Стороны:
          ITEM а ждут;
          ITEM б идут.
        """,
        outline(
            """
            1. Сторони:
            а) діють;
            б) чекають;
            в) пишуть;
            г) бачать;
            ґ) чують;
            д) йдуть.
            2. Стороны:
            а) ждут;
            б) идут.
            """));
  }

  @Test
  void spacesThatDoNotBreakAreSpaces() {
    assertEquals(
        "ARTICLE 1\n  ITEM 1 Feu « nul ».\n  ITEM 2 Paix.\n"
            .replace("« nul »", "«\u00a0nul\u00a0»"),
        outline(
            "\u00a0Article\u00a01\n1.\u00a0Feu «\u00a0nul\u00a0».\n\u00a02)\u00a0Paix.\n"
                .replace("2)", "2.")));
  }

  @Test
  void aTableOfContentsNeedsNoDots() {
    assertEquals(
        "ARTICLE 1 {Water} It is shared.\nARTICLE 2 {Land} It is not.\n",
        outline(
            """
            Contents
            Article 1 Water 2
            Article 2 Land 13
            Article 1
            Water
            It is shared.
            Article 2 Land
            It is not.
            """));
  }

  @Test
  void anAnnexMayHaveANameInsteadOfANumber() {
    assertEquals(
        """
        ARTICLE 1 Water is shared.
        ANNEX  {ON POWER SHARING}
          PART 1
            ITEM 1 There is a council.
        ANNEX  {Map} It is drawn.
        """,
        outline(
            "Article 1\nWater is shared.\nSIGNED, this day of May.\nANNEX ON POWER SHARING\nPART ONE\n1. There is a council.\nAnnex: Map\nIt is drawn.\n"));
  }

  @Test
  void numberedPartiesAndReasonsOfAContractAreNoClauses() {
    String text =
        """
        This agreement is made between:

        (1) The Port Authority (the "Authority"); and
        (2) Transit Lines (the "Operator").

        WHEREAS:

        (A) The Authority owns the terminal.
        (B) The Operator wishes to use it.

        NOW THEREFORE the parties agree:

        1. ACCESS

        1.1 The Authority gives access.
        """;
    assertEquals(
        """
        HEADING 1 {WHEREAS:}
          ITEM A The Authority owns the terminal.
          ITEM B The Operator wishes to use it.
        HEADING 2 {NOW THEREFORE the parties agree:}
        ITEM 1 {ACCESS}
          ITEM 1.1 The Authority gives access.
        """,
        outline(text));
    assertEquals(
        List.of(
            "This agreement is made between:",
            "(1) The Port Authority (the \"Authority\"); and",
            "(2) Transit Lines (the \"Operator\")."),
        ProvisionReader.read(text).opening().paragraphs());
  }

  @Test
  void numbersOfAQuotedTextCountNoProvisions() {
    for (String marks : List.of("\"\"", "“”", "„“", "«»")) {
      String quoted =
          """
          Article 1

          Article 5 of the Agreement is replaced by the following:

          <Article 5

          1. Each Party receives water.
          2. In a dry year:
          (a) the <Upper> Party receives less than <others.>>

          Article 2

          This Protocol enters into force.
          """
              .replace('<', marks.charAt(0))
              .replace('>', marks.charAt(1));
      assertEquals(
          """
          ARTICLE 1 Article 5 of the Agreement is replaced by the following: / <Article 5 / 1. Each Party receives water. / 2. In a dry year: / (a) the <Upper> Party receives less than <others.>>
          ARTICLE 2 This Protocol enters into force.
          """
              .replace('<', marks.charAt(0))
              .replace('>', marks.charAt(1)),
          outline(quoted));
      assertEquals(
          List.of("1", "1", "2", "a", "2"),
          ProvisionReader.read(quoted.replace(marks.substring(1) + "\n", "\n"))
              .all()
              .filter(each -> each.number() != null)
              .map(each -> each.number().label())
              .toList(),
          "a quotation that is never closed");
    }
  }

  @Test
  void aQuotedTextMayBeginInTheLineThatAnnouncesIt() {
    assertEquals(
        """
        ITEM 1 Article 5 is replaced by: “Article 5 / 1. Each Party receives water. / 2. A dry year is one of drought.”
        ITEM 2 The words “in time” are: “at once”.
        ITEM 3 This Protocol enters into force.
        """,
        outline(
            """
            1. Article 5 is replaced by: “Article 5
            1. Each Party receives water.
            2. A dry year is one of drought.”

            2. The words “in time” are: “at once”.

            3. This Protocol enters into force.
            """));
  }

  @Test
  void articlesMayHaveANameInsteadOfANumber() {
    for (String name :
        List.of(
            "SEPARATE ARTICLE",
            "Additional Article",
            "Artículo transitorio",
            "Article additionnel",
            "Отдельная статья",
            "Zusatzartikel")) {
      assertEquals(
          """
          ARTICLE 1 Prisoners are restored.
          ARTICLE %s The island remains as it is.
          """
              .formatted(name),
          outline(
              """
              Article 1. Prisoners are restored.

              %s. The island remains as it is.
              """
                  .formatted(name)));
    }
  }

  @Test
  void romanNumeralsMayBeTypedInCyrillic() {
    assertEquals(
        """
        TITLE І {ЗАГАЛЬНЕ}
          ARTICLE 1 Сторони припиняють вогонь.
        TITLE ІІ {МОНІТОРИНГ}
          ARTICLE 2 Місія має доступ.
        TITLE ІІІ {ІНШЕ}
          ARTICLE 3 Угода набирає чинності.
        ANNEX 1 {до Угоди ЛІНІЯ ЗІТКНЕННЯ}
          ITEM 1 Від А до Б.
        """,
        outline(
            """
            РОЗДІЛ І. ЗАГАЛЬНЕ
            Стаття 1. Сторони припиняють вогонь.

            РОЗДІЛ ІІ. МОНІТОРИНГ
            Стаття 2. Місія має доступ.

            РОЗДІЛ ІІІ. ІНШЕ
            Стаття 3. Угода набирає чинності.

            Додаток 1 до Угоди

            ЛІНІЯ ЗІТКНЕННЯ

            1. Від А до Б.
            """));
  }

  @Test
  void theTextThatAnAnnexIsPartOfMayStandWithinASentence() {
    assertEquals(
        """
        ITEM 1 The forces withdraw to the line that is drawn on the map, which they have signed as Annex 1 to the Agreement of Arlan and the Protocol of Selm and of the town of Arlan.
        """,
        outline(
            """
            1. The forces withdraw to the line that is drawn on the map, which they have signed as
            Annex 1 to the Agreement of Arlan and the Protocol of Selm
            and of the town of Arlan.
            """));
  }

  @Test
  void paragraphsOfAnArticleAreCountedAfterOneWithoutANumber() {
    assertEquals(
        """
        ARTICLE 2 Las Partes se abstendrán de:
          ITEM a atacar;
          ITEM b minar.
          ITEM Parágrafo Hay excepciones.
          ITEM 2 El plazo es de 30 días.
        """,
        outline(
            """
            Artículo 2. Las Partes se abstendrán de:
            a) atacar;
            b) minar.

            Parágrafo. Hay excepciones.

            Parágrafo 2º. El plazo es de 30 días.
            """));
    assertEquals(
        """
        ARTICLE 3 {Les emblèmes}
          ITEM 1 L'hymne demeure.
          ITEM 2 Le drapeau demeure.
        """,
        outline(
            """
            Art. 3. - Les emblèmes

            § 1er. L'hymne demeure.

            § 2. Le drapeau demeure.
            """));
  }

  @Test
  void aSentenceGoesOnAfterTheListWithinIt() {
    assertEquals(
        """
        ITEM 1 In particular:
          ITEM a advisers;
          ITEM b trainers,
          ITEM 1 shall leave.
        ITEM 2 The mission verifies.
        """,
        outline(
            """
            1. In particular:

            (a) advisers;

            (b) trainers,

            shall leave.

            2. The mission verifies.
            """));
  }

  @Test
  void runningHeadsOfPagesAreNoPartOfAText() {
    assertEquals(
        """
        ARTICLE 1 {Withdrawal}
          ITEM 1 The withdrawal is verified by the Commission.
          ITEM 2 It ends in May.
        """,
        outline(
            """
            FRAMEWORK AGREEMENT                     Page 1 of 3
            CONFIDENTIAL

            Article 1
            Withdrawal

            1. The withdrawal is verified by

            FRAMEWORK AGREEMENT                     Page 2 of 3
            CONFIDENTIAL

            the Commission.

            FRAMEWORK AGREEMENT                     Page 3 of 3
            CONFIDENTIAL

            2. It ends in May.
            """));
  }

  @Test
  void withoutANumberParagraphsAreCountedByTheirPlace() {
    String text =
        """
        Joint Statement of the Ministers

        Geneva, 4 April

        The Ministers agreed on the following steps:

        • All groups are disarmed:
           o in cities first;
           o in villages later.
        • Protesters get an amnesty.

        The Mission plays a leading role.
        """;
    assertEquals(
        """
        ITEM 1 The Ministers agreed on the following steps:
          ITEM 1 All groups are disarmed:
            ITEM 1 in cities first;
            ITEM 2 in villages later.
          ITEM 2 Protesters get an amnesty.
        ITEM 2 The Mission plays a leading role.
        """,
        outline(text));
    assertEquals(List.of(new TextDoubt.ParagraphsCounted(6)), doubts(text));
    assertEquals("", outline("The Ministers met.").strip(), "a single paragraph");
  }

  @Test
  void unitsHaveWordsInManyLanguages() {
    for (String words :
        List.of(
            "Capitolo,Articolo,Allegato,comma",
            "Hoofdstuk,Artikel,Bijlage,Lid",
            "Rozdział,Artykuł,Załącznik,Ustęp",
            "Poglavlje,Član,Prilog,Stav",
            "Поглавље,Члан,Прилог,Став",
            "Bölüm,Madde,Ek,Fıkra",
            "BAB,Pasal,Lampiran,Ayat",
            "Capitolul,Articolul,Anexa,Alineatul",
            "KREU,Neni,Shtojca,Paragrafi",
            "ΚΕΦΑΛΑΙΟ,Άρθρο,Παράρτημα,Παράγραφος")) {
      String[] word = words.split(",", -1);
      boolean hasItems = !word[3].equals("Παράγραφος");
      String items =
          hasItems
              ? """
                %1$s 1. Alpha beta gamma.
                %1$s 2. Delta epsilon.
                """
                  .formatted(word[3])
              : "";
      assertEquals(
          """
          CHAPTER I {Alpha}
            ARTICLE 1 {Beta}
          %s  ARTICLE 2 Gamma delta.
          CHAPTER II {Delta}
            ARTICLE 3 – Epsilon zeta.
          ANNEX 1 {Eta}
          """
              .formatted(
                  hasItems ? "    ITEM 1 Alpha beta gamma.\n    ITEM 2 Delta epsilon.\n" : "")
              .replace("– ", ""),
          outline(
              """
              %1$s I
              Alpha

              %2$s 1
              Beta

              %4$s
              %2$s 2. Gamma delta.

              %1$s II
              Delta

              %2$s 3 – Epsilon zeta.

              %3$s 1
              Eta
              """
                  .formatted(word[0], word[1], word[2], items)),
          words);
    }
    assertEquals(
        """
        ARTICLE ۱ {آتش‌بس}
          ITEM ۱ آتش‌بس برقرار است.
          ITEM ۲ نیروها عقب می‌روند.
        ARTICLE ۲ کمیسیون نظارت می‌کند.
        """,
        outline(
            """
            ماده ۱
            آتش‌بس

            ۱. آتش‌بس برقرار است.
            ۲. نیروها عقب می‌روند.

            ماده ۲: کمیسیون نظارت می‌کند.
            """));
  }
}
