package org.parley.casefile.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.Loader;
import org.parley.casefile.template.RecordTemplate.TemplateNumber;
import org.parley.casefile.template.RecordTemplate.TemplateRole;
import org.parley.casefile.yaml.SourceText;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.checks.References;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Within;
import org.parley.model.round.TabledPackage;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.wording.Language;

/// Every template gives records that make a case, in each language, and marks what it assumes.
@NullMarked
class RecordTemplateTest {

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
        - {id: C, name: Mission, kind: organisation}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
        - {id: annex, title: Annex, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water, options: [{id: half, title: Half}, {id: third, title: A third}]}
        - {id: p2, instrument: treaty, number: "2", title: Flow}
        - {id: p3, instrument: annex, number: "3", title: Dams}
      steps:
        - {id: treaty-holds, title: The treaty is in force, instrument: treaty, event: in-force}
      """;

  private static Case read(String text) {
    return switch (Loader.load(
        new CaseFiles.FolderTexts(
            List.of(new SourceText("case.yaml", text)), List.of(), List.of()))) {
      case LoadResult.Loaded loaded -> loaded.contents();
      case LoadResult.Rejected rejected ->
          throw new IllegalArgumentException(rejected.problems().toString());
    };
  }

  private final Case river = read(CASE);

  private static Map<String, List<String>> parties(RecordTemplate template) {
    Map<String, List<String>> parties = new HashMap<>();
    int next = 0;
    for (TemplateRole role : template.roles()) {
      parties.put(
          role.word(),
          role.least() > 1
              ? List.of("A", "B")
              : role.word().equals("monitor") || role.word().equals("council")
                  ? List.of("C")
                  : List.of(next++ == 1 ? "B" : "A"));
    }
    if (template == RecordTemplate.LADDER) {
      parties.put("guarantors", List.of("A", "C"));
      parties.put("bound", List.of("A"));
      parties.put("protected", List.of("B"));
    }
    return parties;
  }

  private static TemplateFill filled(
      RecordTemplate template, Language language, Map<String, String> numbers) {
    return new TemplateFill(
        template,
        language,
        parties(template),
        numbers,
        template.hasPoints() ? List.of("p1", "p2") : List.of(),
        template.hasMoments() ? "2026-03-01T09:00+02:00" : "",
        template.hasMoments() ? "2026-03-08T18:00+02:00" : "");
  }

  private List<CaseRecord> records(TemplateFill fill, Set<String> taken) {
    var view = river.viewFor(new Viewer.Mediator());
    assertEquals(List.of(), fill.faults(view));
    return fill.records(view, taken, new Visibility.Delegations());
  }

  static Stream<Arguments> templates() {
    return Stream.of(RecordTemplate.values())
        .flatMap(
            each -> Stream.of(Language.values()).map(language -> Arguments.of(each, language)));
  }

  /// Used twice in one case, it overwrites nothing, and the written files read back as the case.
  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateGivesACaseTwice(RecordTemplate template, Language language) {
    List<CaseRecord> all = new ArrayList<>(river.records());
    for (int i = 0; i < 2; i++) {
      List<CaseRecord> records =
          records(filled(template, language, Map.of()), References.declared(all));
      assertFalse(records.isEmpty());
      all.addAll(records);
    }
    Set<String> ids = new HashSet<>();
    all.forEach(each -> assertTrue(ids.add(each.id().value()), each.id().value()));
    Case made = Case.of(river.info(), all);
    List<SourceText> texts = new ArrayList<>();
    CaseWriter.write(made).forEach((name, text) -> texts.add(new SourceText(name, text)));
    Case back =
        switch (Loader.load(new CaseFiles.FolderTexts(texts, List.of(), List.of()))) {
          case LoadResult.Loaded loaded -> loaded.contents();
          case LoadResult.Rejected rejected ->
              throw new AssertionError(rejected.problems().toString());
        };
    assertEquals(Set.copyOf(made.records()), Set.copyOf(back.records()));
  }

  /// A number that no text states stands under `assumed` with a reason, or in a demand that is
  /// marked as inferred; a package is a draft that the mediator alone reads.
  @ParameterizedTest
  @EnumSource(RecordTemplate.class)
  void whatATemplateAssumesIsMarked(RecordTemplate template) {
    for (CaseRecord each : records(filled(template, Language.ENGLISH, Map.of()), new HashSet<>())) {
      switch (each) {
        case Guarantee guarantee ->
            assertTrue(
                guarantee
                    .assumed()
                    .keySet()
                    .containsAll(Set.of("trigger", "determination", "ladder", "escalation")),
                guarantee.assumed().toString());
        case Step step -> {
          assertEquals(step.duration() != null, step.assumed().containsKey("duration"));
          assertEquals(step.irreversible(), step.assumed().containsKey("irreversible"));
        }
        case Demand demand -> assertTrue(demand.inferred());
        case TabledPackage draft -> assertEquals(new Visibility.Mediator(), draft.visibility());
        default -> {}
      }
    }
  }

  private static String length(@Nullable Within within) {
    return within == null ? "" : within.length().said();
  }

  @Test
  void aLadderHasItsClocksAndItsPeople() {
    Guarantee ladder =
        (Guarantee)
            records(
                    filled(RecordTemplate.LADDER, Language.ENGLISH, Map.of("notice", "5")),
                    new HashSet<>())
                .getFirst();
    assertEquals(
        List.of("notice 5 days", "consultation 7 days", "measures 14 days"),
        ladder.ladder().stream().map(each -> each.name() + " " + length(each.within())).toList());
    assertEquals("[A, C]", ladder.obligors().toString());
    assertEquals("[treaty-holds]", ladder.inForce().once().toString());
    assertEquals("ladder", ladder.id().value());
  }

  /// Each participant can veto the vote that would stop the return.
  @Test
  void aSnapbackIsProofAgainstVetoes() {
    TemplateFill fill =
        new TemplateFill(
            RecordTemplate.SNAPBACK,
            Language.ENGLISH,
            Map.of("participants", List.of("A", "B", "C"), "council", List.of("C")),
            Map.of(),
            List.of("p1"),
            "",
            "");
    Guarantee snapback = (Guarantee) records(fill, new HashSet<>()).getFirst();
    assertTrue(
        snapback.escalation() instanceof Guarantee.Escalation.Snapback(var window, var stop)
            && window.length().said().equals("30 days")
            && stop.needed() == 2
            && stop.vetoes().equals(stop.members()));
  }

  @Test
  void aWithdrawalHasAsManyPhasesAsAsked() {
    List<CaseRecord> records =
        records(
            filled(RecordTemplate.PHASED_WITHDRAWAL, Language.ENGLISH, Map.of("phases", "4")),
            new HashSet<>());
    assertEquals(12, records.stream().filter(Step.class::isInstance).count());
    assertEquals(11, records.stream().filter(Demand.class::isInstance).count());
  }

  private List<String> faults(TemplateFill fill) {
    return fill.faults(river.viewFor(new Viewer.Mediator())).stream()
        .map(each -> each.field() + ": " + each.complaint().code())
        .toList();
  }

  @Test
  void everyWrongInputIsNamed() {
    assertEquals(
        List.of(
            "roof: not-of-the-template",
            "guarantors: no-such-party",
            "bound: parties-of-role",
            "protected: parties-of-role",
            "monitor: parties-of-role",
            "notice: number-outside",
            "consultation: number-outside",
            "points: points-of-several-texts"),
        faults(
            new TemplateFill(
                RecordTemplate.LADDER,
                Language.ENGLISH,
                Map.of(
                    "guarantors",
                    List.of("A", "<b>"),
                    "roof",
                    List.of("A"),
                    "bound",
                    List.of("A", "B")),
                Map.of("notice", "0", "consultation", "soon"),
                List.of("p1", "p3"),
                "",
                "")));
    assertEquals(
        List.of(
            "parties: parties-of-role",
            "points: points-needed",
            "opens: not-a-moment",
            "closes: moment-needed"),
        faults(
            new TemplateFill(
                RecordTemplate.FINAL_OFFER,
                Language.ENGLISH,
                Map.of("parties", List.of("A")),
                Map.of(),
                List.of(),
                "tomorrow",
                "")));
    assertEquals(
        List.of("protected: party-in-two-roles"),
        faults(
            new TemplateFill(
                RecordTemplate.LADDER,
                Language.ENGLISH,
                Map.of(
                    "guarantors",
                    List.of("C"),
                    "bound",
                    List.of("A"),
                    "protected",
                    List.of("A"),
                    "monitor",
                    List.of("C")),
                Map.of(),
                List.of("p1"),
                "",
                "")));
  }

  /// Usual values are within their bounds, and the names of fields are not shared.
  @ParameterizedTest
  @EnumSource(RecordTemplate.class)
  void theUsualValuesAreAllowed(RecordTemplate template) {
    Set<String> names = new HashSet<>();
    for (TemplateNumber each : template.numbers()) {
      assertTrue(each.least() <= each.usual() && each.usual() <= each.most(), each.word());
      assertTrue(names.add(each.word()));
    }
    template.roles().forEach(each -> assertTrue(names.add(each.word())));
  }
}
