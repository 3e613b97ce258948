package org.parley.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.LoadResult;
import org.parley.casefile.Loader;
import org.parley.casefile.yaml.SourceText;
import org.parley.guarantees.CoverageSummary;
import org.parley.guarantees.DutyCount;
import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.commitment.PromiseFault;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.Hole;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.Why;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.LooseWords;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.TimeSpan;

/// What is found about guarantees, in English and in French.
@NullMarked
class GuaranteeWordingTest {

  private static final String CASE =
      """
      case: {title: The wall}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Beland, kind: state}
        - {id: CC, name: Celand, kind: state}
      instruments: {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
      points: {id: p1, number: "1", title: Help, instrument: treaty}
      sources: {id: s, publisher: Post, title: News, date: 2025-01-01, language: en, reliability: B, kind: report}
      steps: {id: signature, title: The treaty is signed, source: s}
      guarantees:
        - id: g
          title: Help for the wall
          points: p1
          obligors: [AA, CC]
          liability: jointly
          beneficiary: BB
          force: act
          trigger: {repeated: {incidents: {kinds: [attack, drone-strike], actors: CC, targets: BB, severity: {estimate: best, atLeast: 10}}, times: 3, within: {length: 30 days, lastInstant: in-time}, fires: at-each}}
          determination: {council: {body: AA, question: armed-attack, members: [AA, BB], needed: 2, vetoes: BB}}
          ladder:
            - {name: aid, act: send-troops, clockFrom: determination, within: {length: 72 hours, lastInstant: in-time}}
            - {name: more, act: send-ships, clockFrom: first-report, within: {length: 1 year 6 months, lastInstant: in-time}}
          inForce: {once: signature, lasts: 10 years, extendable: true}
          suspendedClock: runs
          openDuties: lapse
          escalation: {automatic: 2 days}
          ties: [fulfilment, voiding, release, suspension, deadline, end]
          calendar: {zone: UTC, monthEnd: last-day}
      coverageQuestions:
        - id: q
          title: Is the wall safe?
          from: 2025-01-01
          until: 2026-01-01
          leastForce: act
          dates: {signature: 2025-03-01}
          threats:
            - {title: An attack, kind: attack, by: CC, on: BB}
      """;

  private static final CaseView VIEW = view();
  private static final Guarantee GUARANTEE = VIEW.guarantees().getFirst();

  private static CaseView view() {
    LoadResult result =
        Loader.load(
            new CaseFiles.FolderTexts(
                List.of(new SourceText("a.yaml", CASE)), List.of(), List.of()));
    return result instanceof LoadResult.Loaded loaded
        ? loaded.contents().viewFor(new Viewer.Mediator())
        : assertionError(result.toString());
  }

  private static CaseView assertionError(String problem) {
    throw new AssertionError(problem);
  }

  private static GuaranteeWording in(Language language) {
    return new GuaranteeWording(Messages.of(language), VIEW);
  }

  private static PromiseWording promise(Language language) {
    return new PromiseWording(Messages.of(language), VIEW);
  }

  @Test
  void whatIsPromisedIsSaidInBothLanguages() {
    assertEquals(
        List.of(
            "Aland and Celand together, to act",
            "send troops within 72 hours of the finding",
            "send ships within 1 year 6 months of its first report",
            "3 times within 30 days: attack or drone strike by Celand on Beland, of at least 10",
            "a vote of Aland, 2 of 2, with veto of Beland",
            "once the treaty is signed; for 10 years, extendable",
            "by itself, 2 days after the breach"),
        promised(Language.ENGLISH));
    assertEquals(
        List.of(
            "Aland et Celand conjointement, obligation d’agir",
            "send troops dans un délai de 72 heures à compter de la constatation",
            "send ships dans un délai de 1 an et 6 mois à compter de son premier signalement",
            "3 fois en 30 jours\u00a0: attack ou drone strike par Celand contre Beland, d’une"
                + " gravité d’au moins 10",
            "vote\u00a0: Aland, 2 sur 2, avec veto de Beland",
            "dès que\u00a0: the treaty is signed\u00a0; pour 10 ans, prorogeable",
            "de plein droit, 2 jours après le manquement"),
        promised(Language.FRENCH));
  }

  private static List<String> promised(Language language) {
    GuaranteeWording words = in(language);
    PromiseWording promise = promise(language);
    return List.of(
        words.owes(GUARANTEE),
        words.response(GUARANTEE.ladder().getFirst()),
        words.response(GUARANTEE.ladder().getLast()),
        promise.trigger(GUARANTEE.trigger()),
        promise.determination(GUARANTEE.determination()),
        promise.inForce(GUARANTEE),
        promise.escalation(GUARANTEE));
  }

  @Test
  void theFirstHoleStandsUnderTheAnswer() {
    var question = VIEW.coverageQuestions().getFirst();
    var hole =
        new Hole(
            0, Moments.of("2025-01-01T00:00:00Z"), Moments.of("2025-03-01T00:00:00Z"), List.of());
    CoverageSummary holes = new CoverageSummary.Holes(question, List.of(hole));
    assertEquals(
        "Is the wall safe? No: one hole. An attack: nothing is sure to answer from 1 January 2025"
            + " to 28 February 2025. The dates are assumptions of the question; no source gives"
            + " them.",
        in(Language.ENGLISH).summary(holes).text());
    assertEquals(
        "Is the wall safe? Non\u00a0: une lacune. An attack\u00a0: aucune réponse n’est assurée du"
            + " 1er janvier 2025 au 28 février 2025. Les dates sont des hypothèses de la"
            + " question\u00a0; aucune source ne les donne.",
        in(Language.FRENCH).summary(holes).text());
    assertEquals(
        "On record: 12 guarantees.",
        in(Language.ENGLISH).summary(new CoverageSummary.NoQuestion(12)).text());
    assertEquals(
        "No guarantees are on record.",
        in(Language.ENGLISH).summary(new CoverageSummary.NoGuarantees()).text());
  }

  /// Every state, reason and force has words of its own.
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyConstantHasWordsOfItsOwn(Language language) {
    GuaranteeWording words = in(language);
    assertOwnWords(Arrays.stream(Lifecycle.values()).map(words::state).toList());
    assertOwnWords(Arrays.stream(Coverage.Reason.values()).map(words::reason).toList());
    assertOwnWords(
        Arrays.stream(Coverage.Reason.values())
            .map(
                each ->
                    words
                        .reasons(
                            Hole.of(
                                new Coverage.Strip(
                                    0,
                                    0,
                                    1,
                                    List.of(),
                                    List.of(new Coverage.Silence(GUARANTEE.id(), each)))))
                        .getFirst())
            .toList());
    assertOwnWords(Arrays.stream(Guarantee.Force.values()).map(words::force).toList());
    assertOwnWords(
        Arrays.stream(org.parley.model.guarantee.Contribution.Domain.values())
            .map(words::domain)
            .toList());
    assertOwnWords(
        Arrays.stream(Why.values()).map(each -> words.why(verdict(each, List.of()))).toList());
    assertOwnWords(
        Arrays.stream(TimeSpan.Unit.values())
            .map(
                each ->
                    words.span(
                        new TimeSpan("2 " + each.name().toLowerCase(java.util.Locale.ROOT) + "s")))
            .toList());
    assertOwnWords(
        Arrays.stream(LooseWords.Sort.values())
            .map(
                each ->
                    Messages.of(language)
                            .text("refusal.unmatched-word", "sort", each, "asked", true)
                        + Messages.of(language)
                            .text("refusal.unmatched-word", "sort", each, "asked", false))
            .toList());
  }

  private static void assertOwnWords(List<String> words) {
    assertEquals(words.size(), Set.copyOf(words).size(), words.toString());
    words.forEach(each -> assertFalse(each.isBlank(), words.toString()));
  }

  private static DutyVerdict verdict(Why why, List<DutyVerdict.IfDoneBy> ifDoneBy) {
    return new DutyVerdict(
        new Duty(GUARANTEE.id(), "i", 0, null),
        Lifecycle.DUE,
        Set.of(Lifecycle.DUE),
        0,
        false,
        List.of(),
        why,
        ifDoneBy);
  }

  @Test
  void whatDependsOnWhoDidItIsSaidForBoth() {
    DutyVerdict verdict =
        verdict(
            Why.UNATTRIBUTED,
            List.of(
                new DutyVerdict.IfDoneBy(
                    new PartyId("BB"), Set.of(Lifecycle.DUE, Lifecycle.BREACHED)),
                new DutyVerdict.IfDoneBy(null, Set.of(Lifecycle.DORMANT))));
    assertEquals(
        "between Beland and another side, not attributed; if Beland did it: due or broken; if the"
            + " other side did it: not owed",
        in(Language.ENGLISH).why(verdict));
    assertEquals(
        "entre Beland et une autre partie, sans attribution\u00a0; si l’auteur est Beland\u00a0: due"
            + " ou non respectée; si l’auteur est l’autre partie\u00a0: non due",
        in(Language.FRENCH).why(verdict));
  }

  /// Every fault has words of its own and advice.
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyFaultHasWordsAndAdvice(Language language) {
    List<PromiseFault> faults =
        List.of(
            new PromiseFault.NoBeneficiary(),
            new PromiseFault.OwedToItself(new PartyId("AA")),
            new PromiseFault.NoObligor(),
            new PromiseFault.NeverInBreach(new PartyId("AA")),
            new PromiseFault.EmptyLadder(),
            new PromiseFault.NeverFires(),
            new PromiseFault.VoidedByItsTrigger(),
            new PromiseFault.NoDeterminer(),
            new PromiseFault.NeverFound(),
            new PromiseFault.NoMoment(0),
            new PromiseFault.DueBeforeFound(0),
            new PromiseFault.NoticeFromNobody(0),
            new PromiseFault.NeverBroken(0),
            new PromiseFault.NoDeadline(0),
            new PromiseFault.NoTimeToContinue(0),
            new PromiseFault.EndsAtOnce(),
            new PromiseFault.MilestoneTwice("signature"),
            new PromiseFault.TwoClocks(new PartyId("AA"), 0, new GuaranteeId("g"), 1));
    assertEquals(
        Arrays.stream(PromiseFault.class.getPermittedSubclasses()).collect(Collectors.toSet()),
        faults.stream().map(Object::getClass).collect(Collectors.toSet()));
    PromiseFaultWording words = new PromiseFaultWording(Messages.of(language), VIEW);
    Set<String> said = new HashSet<>();
    for (PromiseFault each : faults) {
      Authoring.Issue issue = new Authoring.Issue(GUARANTEE.id(), each);
      assertTrue(said.add(words.message(issue)), words.message(issue));
      assertTrue(
          words.advice(issue).startsWith(language == Language.ENGLISH ? "Maybe " : "Peut-être "),
          words.advice(issue));
    }
  }

  @Test
  void aContradictionNamesBothClocks() {
    Authoring.Issue issue =
        new Authoring.Issue(
            GUARANTEE.id(),
            new PromiseFault.TwoClocks(new PartyId("AA"), 0, new GuaranteeId("g"), 1));
    assertEquals(
        "Aland owes \"send-troops\" by two clocks: here within 72 hours of the finding, in \"g\""
            + " within 1 year 6 months of its first report",
        new PromiseFaultWording(Messages.of(Language.ENGLISH), VIEW).message(issue));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 'Nothing is owed, and nothing is broken.', 'Rien n’est dû, et aucun engagement n’est rompu.'",
    "1, 0, 0, 1 duty is owed., 1 obligation est due.",
    "2, 1, 0, '2 duties are owed, 1 is broken.', '2 obligations sont dues, 1 n’est pas respectée.'",
    "0, 2, 0, 'Nothing is owed, 2 are broken.', 'Aucune obligation n’est due, 2 ne sont pas respectées.'",
    "0, 0, 1, 'No duty is certain to be owed, 1 is not determined.', 'Aucune obligation n’est due avec certitude, 1 est indéterminée.'",
  })
  void howDutiesStand(int owed, int broken, int undetermined, String english, String french) {
    DutyCount count = new DutyCount(owed, broken, undetermined);
    Map<Language, String> said = Map.of(Language.ENGLISH, english, Language.FRENCH, french);
    said.forEach(
        (language, headline) ->
            assertEquals(headline, WatchWording.headline(Messages.of(language), count)));
  }
}
