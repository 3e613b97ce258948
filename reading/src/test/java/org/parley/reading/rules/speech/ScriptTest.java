package org.parley.reading.rules.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.language.Lexicon;
import org.parley.reading.rules.RuleReader;

/// Labels of transcripts, and who speaks after them.
@NullMarked
class ScriptTest {

  private static final LocalDate DAY = LocalDate.of(2033, 4, 12);

  private static Script script(String text) {
    return Script.of(text, Lexicon.of("en"));
  }

  /// The claims of a text: speaker, stance and the words.
  private static List<String> claims(String text) {
    return new RuleReader()
        .propose(Article.of(text, DAY)).stream()
            .filter(Proposal.OfClaim.class::isInstance)
            .map(Proposal.OfClaim.class::cast)
            .map(each -> each.speaker().name() + ", " + each.stance())
            .toList();
  }

  @Test
  void aLastNameInCapitalsMeansTheFullNameOfAnotherLabel() {
    String text =
        """
        Extracts from the briefing in Aldhaven

        SPECIAL ENVOY SELMA ORTANI: The parties have agreed the list of crossings. They have not agreed who guards them.

        QUESTION (Radio Delta): Is it true that the Council has left the talks?

        ORTANI: The Council handed me its comments on the draft last night.
        """;
    assertEquals(
        List.of("Selma Ortani, AGREED", "Selma Ortani, OPEN", "Selma Ortani, RECEIVED"),
        claims(text));
  }

  @Test
  void whoAsksClaimsNothing() {
    String text =
        """
        MR. HALVIK: We have not signed the fishing annex.
        Q Madam, will you sign it?
        THE CHAIR: Not this week.
        Q. The fishing annex is agreed. Why wait?
        MR. HALVIK: The fishing annex is not agreed.
        """;
    assertEquals(
        List.of(Script.Kind.SPOKEN, Script.Kind.ASKED, Script.Kind.SPOKEN, Script.Kind.ASKED),
        script(text).turns().stream().limit(4).map(Script.LabelledTurn::kind).toList());
    assertEquals(
        List.of(),
        claims(text).stream()
            .filter(
                each ->
                    !each.startsWith("HALVIK")
                        && !each.startsWith("Halvik")
                        && !each.startsWith("the chair"))
            .toList());
  }

  @Test
  void anAnswerIsOfWhoeverTheHeadingAnnounces() {
    String text =
        """
        Written answers of the spokesperson on the grain talks in Oslo

        QUESTION 1: What has been settled?

        ANSWER: The inspection rules have been agreed.

        QUESTION 2: And the tariff?

        ANSWER: The tariff is still open.
        """;
    assertEquals(List.of("spokesperson, AGREED", "spokesperson, OPEN"), claims(text));
  }

  @Test
  void theSidesOfACommuniqueSpeakUnderTheirNames() {
    String text =
        """
        JOINT COMMUNIQUE

        on the talks of the Republic of Tamara and the Kingdom of Osten on the ferry, held in Aldhaven on 11 April 2033

        1. The Sides reached agreement on the timetable of the ferry.

        2. They were unable to agree on the fares.
        """;
    assertEquals(
        List.of(
            "The Sides (the Republic of Tamara and the Kingdom of Osten), AGREED",
            "The Sides (the Republic of Tamara and the Kingdom of Osten), OPEN"),
        claims(text));
  }

  @Test
  void theTermsOfAListAreAgreedByThoseWhoAnnounceIt() {
    String text =
        """
        JOINT COMMUNIQUE

        of the Republic of Tamara and the Kingdom of Osten on the ferry

        1. The Parties agreed on the following:

        (a) tickets of either line will be valid on both shores;

        (b) a joint office shall sell them.

        2. The Parties will meet in Aldhaven in May.
        """;
    assertEquals(
        List.of(
            "The Parties (the Republic of Tamara and the Kingdom of Osten), AGREED",
            "The Parties (the Republic of Tamara and the Kingdom of Osten), AGREED"),
        claims(text));
  }

  @Test
  void oneWhoMakesRemarksTellsOfTheParties() {
    String text =
        """
        Remarks by the High Representative, Selma Ortani, on the ferry talks

        The parties have accepted the plan on fares.
        """;
    assertEquals(List.of("Selma Ortani, AGREED"), claims(text));
  }

  @Test
  void theMinistersOfAPressReleaseAreNotTheMinistryThatIssuesIt() {
    String text =
        """
        PRESS RELEASE

        Ministry of Transport of Tamara

        The Ministers reached agreement on the fares.
        """;
    assertEquals(List.of("The Ministers, AGREED"), claims(text));
  }

  @Test
  void aModeratorAsks() {
    Script turns = script("MODERATOR: Good morning.\nQUESTION: Is it signed?\nMS. ORTANI: No.\n");
    assertEquals(Script.Kind.ASKED, turns.turns().getFirst().kind());
  }

  @Test
  void outletsAskUnderTheirNames() {
    String text =
        """
        Regular press conference in Port Selen

        Delta Wire: The southern council says that the ferry timetable is agreed. Can you confirm it?

        HALIMA ODEI: The ferry timetable has not been agreed.

        North Radio: Has the list of wrecks been handed over?

        HALIMA ODEI: We have received the list of wrecks. Anything else?
        """;
    assertEquals(
        List.of(Script.Kind.ASKED, Script.Kind.SPOKEN, Script.Kind.ASKED, Script.Kind.SPOKEN),
        script(text).turns().stream().map(Script.LabelledTurn::kind).toList());
    assertEquals(
        List.of("The southern council, AGREED", "Halima Odei, OPEN", "Halima Odei, RECEIVED"),
        claims(text));
  }

  @Test
  void namesInSmallLettersMakeATranscriptIfOthersAskThem() {
    String text =
        """
        Chief spokesperson Halima Odei: The ferry timetable has been agreed.

        Delta Wire: Is the lease of the piers part of it?

        Halima Odei: The lease is still being negotiated.

        North Radio: Tamara says that it will block the lease. Will you wait?

        Halima Odei: We received their letter on Monday.

        Delta Wire: Do you have their maps?

        Halima Odei: We got them yesterday.
        """;
    assertEquals(
        List.of(
            "Halima Odei, AGREED",
            "Halima Odei, OPEN",
            "Tamara, REJECTED",
            "Halima Odei, RECEIVED",
            "Halima Odei, RECEIVED"),
        claims(text));
  }

  @Test
  void anOfficeHasTheNameInBracketsBehindIt() {
    String text =
        """
        The Secretary of State (Ms Halima Odei): We have agreed the ferry timetable.

        Mr Alan Rook (Selen North): Has the lease been signed?

        Ms Odei: The lease has not been signed.
        """;
    assertEquals(List.of("Halima Odei, AGREED", "Halima Odei, OPEN"), claims(text));
  }

  @Test
  void whoIsAddressedByTheQuestionAnswers() {
    String text =
        """
        The chief negotiator of the Island Council talks to our correspondent

        Q: Mr Odei, is the ferry timetable agreed?

        A: The ferry timetable has been agreed.
        """;
    assertEquals(List.of("Odei, AGREED"), claims(text));
  }

  @Test
  void whoMetInTheFirstSentenceAreTheyOfACommunique() {
    String text =
        """
        FINAL COMMUNIQUE OF THE THIRD CONFERENCE OF THE REEF STATES

        1. The Heads of Government of Tamara, Odesh and Vellin met in Port Selen from 1 to 3 April.

        2. They approved the Convention on Ferries and Piers.

        3. They deferred the question of the wrecks to their next meeting.
        """;
    String heads = "The Heads of Government of Tamara, Odesh and Vellin, ";
    assertEquals(List.of(heads + "AGREED", heads + "OPEN"), claims(text));
  }

  /// A question, its answer, and the claim that the answer makes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Is the ferry timetable agreed?                | Yes, it is.              | AGREED
          Has the ferry timetable been settled?         | It has not.              | OPEN
          Is the ferry timetable agreed?                | In principle, yes.       | MOSTLY_AGREED
          Can the islands accept the ferry timetable?   | No.                      | REJECTED
          Is any ferry still in dispute?                | Not one. We looked.      | AGREED
          Do you expect the lease to be signed in June? | I do.                    | FINAL_SOON
          Who drew up the ferry timetable?              | They did.                | -
          Is the ferry timetable agreed?                | No. Ask me on Friday.    | -
          """)
  void aShortAnswerHasItsPredicateFromTheQuestion(String asked, String answer, String stance) {
    String text = "QUESTION: " + asked + "\n\nHALIMA ODEI: " + answer + "\n";
    assertEquals(stance.equals("-") ? List.of() : List.of("Halima Odei, " + stance), claims(text));
  }

  @Test
  void theHeadingOfRemarksNamesNobody() {
    String text =
        """
        Remarks by the President Before Boarding Island Flyer One

        THE PRESIDENT: The lease is done.

        Q Mr. President, and the wrecks?

        THE PRESIDENT: The wrecks remain open.
        """;
    assertEquals(List.of("the president, AGREED", "the president, OPEN"), claims(text));
  }

  @Test
  void whoAdoptsADeclarationSpeaksInIt() {
    String text =
        """
        Declaration of Port Selen

        We, the Presidents of Tamara, Odesh and Vellin, having met on 3 April,

        (a) Declare that we have reached a common understanding on the ferries;

        (b) Note that the question of the wrecks remains outstanding.
        """;
    String presidents = "the Presidents of Tamara, Odesh and Vellin, ";
    assertEquals(List.of(presidents + "AGREED", presidents + "OPEN"), claims(text));
  }

  @Test
  void aCouncilSpeaksInItsConclusions() {
    String text =
        """
        Lake Council conclusions, 12 April 2033

        1. The Lake Council endorses the lease of the two piers.

        2. It reaffirms that the opening of the third pier is conditional upon the survey.
        """;
    assertEquals(List.of("The Lake Council, AGREED", "Lake Council, CONDITIONAL"), claims(text));
  }

  @Test
  void aColonInProseMakesNoTranscript() {
    assertFalse(script("Two points are open: the map and the court.\nLater: nothing.").isPresent());
    assertFalse(script("UPDATE: talks resume.\nNOTE: times are local.").isPresent());
  }

  @Test
  void whatIsSpokenHasTheLengthOfTheText() {
    Random random = new Random(7);
    String[] pieces = {
      "Q ", "MR. OYE:", "\n", " (North)", ": ", "ANSWER: ", "Yes.", "[Applause]", "é"
    };
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String spoken = script(text.toString()).spoken();
      assertEquals(text.length(), spoken.length(), text::toString);
      assertEquals(
          text.chars().filter(each -> each == '\n').count(),
          spoken.chars().filter(each -> each == '\n').count());
    }
  }

  /// Who heads a delegation, in the words of joint texts; %N heads that of Norway.
  private static final List<String> HEADED =
      List.of(
          "They were headed by %N for Norway and Karl Oye for Chile.",
          "They were led by Karl Oye for Chile and %N for Norway.",
          "The Norwegian delegation was headed by %N.",
          "The Norwegian delegation, led by Ambassador %N, arrived first.");

  @Test
  void theHeadOfADelegationHasTheNameThatTheTextTells() {
    for (String headed : HEADED) {
      for (String name : List.of("Ann Berg", "Tomas Okafor", "Leila Haddad")) {
        String text =
            "The delegations met today in Bern. "
                + headed.replace("%N", name)
                + "\n\nQUESTION (agency): Is the border treaty agreed?\n\n"
                + "HEAD OF THE NORWEGIAN DELEGATION: The border treaty is agreed.\n\n"
                + "QUESTION (radio): And the port?\n\n"
                + "HEAD OF THE NORWEGIAN DELEGATION: The port is still open.\n";
        assertEquals(List.of(name + ", AGREED", name + ", OPEN"), claims(text), headed);
      }
    }
  }

  /// Answers with the stance of the question, each to a question that an asker's label marks.
  @ParameterizedTest
  @CsvSource({
    "Can you say whether the treaty is agreed?, Not yet., OPEN",
    "Can you confirm whether the treaty has been signed?, 'Yes, it has.', AGREED",
    "Is the treaty agreed?, 'Yes, if the troops leave.', CONDITIONAL",
    "Is the treaty agreed?, 'No, it is not.', OPEN",
    "Have you received the treaty?, We have not., NOT_RECEIVED"
  })
  void anAnswerHasTheStanceOfItsQuestion(String question, String answer, String stance) {
    String text = "Berg: Good afternoon.\n\nREPORTER: " + question + "\n\nBerg: " + answer + "\n";
    assertEquals(List.of("Berg, " + stance), claims(text));
  }

  @Test
  void anOfficeThatSpeaksOfItselfSpeaksThroughout() {
    assertEquals(
        List.of("THE TRADE MINISTER OF NORWAY, AGREED", "THE TRADE MINISTER OF NORWAY, REJECTED"),
        claims(
            "STATEMENT BY THE TRADE MINISTER OF NORWAY\n\n"
                + "My government has accepted the border treaty. "
                + "We reject the withdrawal of troops.\n"));
  }
}
