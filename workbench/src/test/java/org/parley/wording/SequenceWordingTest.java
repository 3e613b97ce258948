package org.parley.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.board.World;
import org.parley.exact.Budget;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.sequence.Clause;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimeScale;
import org.parley.sequence.Worlds;
import org.parley.sequence.knots.KnotSummary;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.WaysOut;

/// What is found about small sequences, in every language.
@NullMarked
class SequenceWordingTest {

  private static final Messages EN = Messages.of(Language.ENGLISH);
  private static final Messages FR = Messages.of(Language.FRENCH);

  /// Signed and ratified; whether "effective" means one or the other is contested.
  private static final SequenceProblem TIED =
      Worlds.world(
          "signed ratified vote",
          List.of(
              new ContestedTerm(
                  new TermId("effective"),
                  "effective",
                  List.of(
                      new ContestedTerm.Reading(
                          "signed", Moment.start(new StepId("signed")), List.of()),
                      new ContestedTerm.Reading(
                          "ratified", Moment.start(new StepId("ratified")), List.of())))),
          Worlds.demand(
              "vote-after", Clause.atLeast(Worlds.read("effective"), Worlds.at("vote"), 3)),
          Worlds.demand("vote-before", Clause.after(Worlds.at("vote"), Worlds.at("ratified"))));

  private static KnotWording knots(Messages messages) {
    return new KnotWording(new SequenceWording(messages, TIED));
  }

  @Test
  void aKnotIsToldLineByLine() {
    assertEquals(
        List.of(
            "These 2 demands cannot all hold, with “effective” read as ratified:",
            "  p: vote-after",
            "  p: vote-before",
            "  The loop is short by 3 days:",
            "    “ratified” is not before “vote”",
            "    “vote” is at least 3 days after “ratified”",
            "  Untied by “effective” read as signed."),
        knots(EN).lines(Worlds.knots(TIED).getFirst()));
    assertEquals(
        List.of(
            "Ces 2 exigences sont incompatibles, avec « effective » compris comme ratified :",
            "  p : vote-after",
            "  p : vote-before",
            "  Il manque 3 jours à la boucle :",
            "    « ratified » n’a pas lieu avant « vote »",
            "    « vote » a lieu au moins 3 jours après « ratified »",
            "  Se dénoue avec « effective » compris comme signed."),
        knots(FR).lines(Worlds.knots(TIED).getFirst()));
  }

  @Test
  void aWayOutNamesWhoseDemandsAndWordsItTouches() {
    var groups =
        WaysOut.of(TIED, Worlds.knots(TIED), Budget.unlimited()).findAnswer().orElseThrow();
    assertEquals(
        Set.of(
            "“effective” read as signed (settles words of p)",
            "without “vote-after” (touches demands of p)",
            "without “vote-before” (touches demands of p)"),
        Set.copyOf(groups.getFirst().ways().stream().map(knots(EN)::way).toList()));
    assertEquals(
        Set.of(
            "« effective » compris comme signed (fixe le sens des termes de : p)",
            "sans « vote-after » (touche aux exigences de : p)",
            "sans « vote-before » (touche aux exigences de : p)"),
        Set.copyOf(groups.getFirst().ways().stream().map(knots(FR)::way).toList()));
  }

  private static String summary(Messages messages, int knots, int firm, KnotSummary.Extent extent) {
    return knots(messages)
        .summary(
            new KnotSummary.Tied(knots, firm, new TreeSet<>(Set.of(new PartyId("A"))), extent),
            World.of().board("01-31").view())
        .text();
  }

  @Test
  void theSearchForKnotsIsSummedUp() {
    assertEquals(
        "One set of demands cannot hold together: what their words are taken to mean decides it."
            + " The demands are those of A. All were searched for.",
        summary(EN, 1, 0, KnotSummary.Extent.SEARCHED));
    assertEquals(
        "2 sets of demands cannot hold together, whatever their words are taken to mean. The demands"
            + " are those of A. There may be more.",
        summary(EN, 2, 2, KnotSummary.Extent.STOPPED));
    assertEquals(
        "3 ensembles d’exigences sont contradictoires ; pour 1 d’entre eux, aucune lecture des termes"
            + " n’y change rien. Ces exigences émanent de : A. Il n’y en a pas d’autres : des dates"
            + " qui respectent tout le reste ont été trouvées et vérifiées.",
        summary(FR, 3, 1, KnotSummary.Extent.CHECKED));
    assertEquals(
        new KnotSummary.Tied(
            1, 0, new TreeSet<>(Set.of(new PartyId("p"))), KnotSummary.Extent.CHECKED),
        KnotSummary.of(TIED, Knots.of(TIED, Budget.unlimited()), true));
    SequenceProblem one = TIED.withDemands(TIED.demands().subList(0, 1));
    assertEquals(
        new KnotSummary.NoKnots(true),
        KnotSummary.of(one, Knots.of(one, Budget.unlimited()), true));
    SequenceProblem none = TIED.withDemands(List.of());
    assertEquals(
        new KnotSummary.NoDemands(),
        KnotSummary.of(none, Knots.of(none, Budget.unlimited()), true),
        "that no demand is on record is no proof that demands can hold");
  }

  private static String bound(Messages messages, Moment from, Moment to, long atMost) {
    return new SequenceWording(messages, TIED)
        .bound(new Loop.Link(from, to, atMost, new Loop.Reason.Fixed(0)));
  }

  @Test
  void boundsAreSentencesWithDates() {
    Moment vote = Worlds.at("vote");
    assertEquals("“vote” is by 2 January 2026", bound(EN, Moment.ORIGIN, vote, 1));
    assertEquals("“vote” is not before 2 January 2026", bound(EN, vote, Moment.ORIGIN, -1));
    assertEquals("“vote” is at most 1 day after “signed”", bound(EN, Worlds.at("signed"), vote, 1));
    assertEquals(
        "« vote » a lieu au plus tard le 1er janvier 2026", bound(FR, Moment.ORIGIN, vote, 0));
    assertEquals(
        "« vote » n’a pas lieu avant le 2 janvier 2026", bound(FR, vote, Moment.ORIGIN, -1));
    assertEquals(
        "« vote » a lieu au plus 40 000 jours après « signed »".replace("40 000", "40\u202f000"),
        bound(FR, Worlds.at("signed"), vote, 40_000));
  }

  @Test
  void lengthsAndDatesBeyondTheCalendar() {
    var words = new SequenceWording(EN, TIED);
    assertEquals(
        List.of("0 days", "1 day", "-1 day", "2 days"),
        List.of(words.length(0), words.length(1), words.length(-1), words.length(2)));
    assertEquals("2026-03-26", words.iso(84));
    assertEquals("26 March 2026", words.day(84));
    assertEquals("4,000,000 days after 1 January 2026, beyond the year 9999", words.iso(4_000_000));
    assertEquals("800,000 days before 1 January 2026, before the year 1", words.day(-800_000));
    assertEquals(
        "« vote » a lieu au plus tard 4\u202f000\u202f000 jours après le 1er janvier 2026, au-delà"
            + " de l’an 9999",
        bound(FR, Moment.ORIGIN, Worlds.at("vote"), 4_000_000));
  }

  @Test
  void minutesHaveATimeOfDay() {
    var kyiv =
        new SequenceProblem(
            new TimeScale(
                TimeScale.Unit.MINUTE, LocalDate.of(2026, 3, 28), ZoneId.of("Europe/Kyiv")),
            List.of(
                new PlannedStep(
                    new StepId("a"),
                    "Talks",
                    List.of(),
                    PlannedStep.Duration.of(90),
                    true,
                    Map.of())),
            List.of(),
            List.of(),
            List.of(),
            null);
    var words = new SequenceWording(EN, kyiv);
    assertEquals("2026-03-29T00:00+02:00", words.iso(1440));
    assertEquals("29 March 2026, 00:00+02:00", words.day(1440));
    assertEquals("1 minute", words.length(1));
    assertEquals("the end of “Talks”", words.moment(Moment.end(new StepId("a"))));
    assertEquals(
        "la fin de « Talks »", new SequenceWording(FR, kyiv).moment(Moment.end(new StepId("a"))));
  }

  @Test
  void aDemandIsToldWithItsParties() {
    assertEquals("p: vote-after", new SequenceWording(EN, TIED).whose(new DemandId("vote-after")));
    assertEquals("p : vote-after", new SequenceWording(FR, TIED).whose(new DemandId("vote-after")));
  }
}
