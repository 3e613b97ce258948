package org.parley.answer.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.acts.Acts;
import org.parley.answer.CaseDay;
import org.parley.answer.guarantees.AskedCoverage;
import org.parley.answer.packages.PackagesOfDay;
import org.parley.answer.sources.WeakestSourcesAnswer.Headline;
import org.parley.answer.sources.WeakestSourcesAnswer.HeadlineSources;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.bargain.cases.ZoneTable;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.exact.Budget;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.coverage.Hole;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knots;
import org.parley.sources.SourceDependence;

/// The sources on which the headlines of the December 2025 plan rest, against every single source.
@NullMarked
class WeakestSourcesAnswerTest {

  private static CaseView view;
  private static AsOf day;
  private static Map<Headline, HeadlineSources> findings;

  @BeforeAll
  static void ask() throws Exception {
    view =
        ((LoadResult.Loaded) CaseFolder.of(Path.of("../examples/ukraine-2025")).load())
            .contents()
            .viewFor(new Viewer.Mediator());
    day = AsOf.of(CaseDay.shown(view));
    findings = new EnumMap<>(Headline.class);
    WeakestSourcesAnswer.of(view, day)
        .findings()
        .forEach(each -> findings.put(each.headline(), each));
  }

  private static String packages(CaseView view) {
    return PackagesOfDay.of(view, Acts.of(view).at(day))
            instanceof PreparedProblem.Ready(var packages)
        ? ZoneTable.of(packages.problem(), Budget.unlimited()).everyone().atLeast().toString()
        : "none";
  }

  private static String knots(CaseView view) {
    return Knots.of(SequenceProblem.of(view, day.date(), day.knownAt(), true), Budget.unlimited())
        .findAnswer()
        .orElseThrow()
        .stream()
        .map(each -> each.demands().toString())
        .toList()
        .toString();
  }

  private static String holes(CaseView view) {
    return AskedCoverage.of(view, CaseGuarantees.of(view), null, null).stream()
        .map(each -> Hole.list(each.coverage()).size())
        .reduce(0, Integer::sum)
        .toString();
  }

  private static String answer(Headline headline, CaseView view) {
    return switch (headline) {
      case BOARD -> org.parley.board.Board.of(view, day).summary().toString();
      case PACKAGES -> packages(view);
      case KNOTS -> knots(view);
      case COVERAGE -> holes(view);
    };
  }

  @Test
  void theSourcesOfEachHeadlineChangeIt() {
    assertEquals(List.of(Headline.values()), List.copyOf(findings.keySet()));
    findings.forEach(
        (headline, found) -> {
          List<SourceId> sources = found.restsOn().sources();
          assertTrue(found.restsOn().complete(), headline::name);
          assertNotEquals(
              answer(headline, view),
              answer(headline, SourceDependence.of(view).without(sources)),
              headline.name());
        });
  }

  @Test
  void noSingleSourceChangesAHeadlineThatRestsOnSeveral() {
    SourceDependence dependence = SourceDependence.of(view);
    for (Headline headline : List.of(Headline.PACKAGES, Headline.KNOTS, Headline.COVERAGE)) {
      String before = answer(headline, view);
      boolean changed =
          view.sources().stream()
              .map(Source::id)
              .anyMatch(
                  each -> !before.equals(answer(headline, dependence.without(List.of(each)))));
      int size = Objects.requireNonNull(findings.get(headline)).restsOn().sources().size();
      assertEquals(size == 1, changed, headline + " rests on " + size);
    }
  }
}
