package org.parley.answer.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.answer.reference.PrecedentsAnswer;
import org.parley.answer.reference.PrecedentsAnswer.PrecedentTraits;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.folder.CaseFolder;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exchange.SharedData;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.genius.file.InputFile;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.proof.BadFindingException;
import org.parley.proof.FindingFile;
import org.parley.reference.PrecedentCounts;

/// Counts of precedents leave as findings and are counted again, with and without the user's own
/// copies.
@NullMarked
class PrecedentFindingsTest {

  private static final String THREE = "precedents-p5+p13+p14";
  private static final ReferenceShelf NONE = ReferenceShelf.none();

  private static CaseView view() throws Exception {
    return CaseFolder.of(Path.of("../examples/ukraine-2025")).load() instanceof Loaded loaded
        ? loaded.contents().viewFor(new Viewer.Mediator())
        : failed();
  }

  private static CaseView failed() {
    throw new AssertionError("the example does not load");
  }

  private static List<Point> points(CaseView view) {
    return List.of("p5", "p13", "p14").stream().map(each -> view.get(new PointId(each))).toList();
  }

  private static FindingFile find(String name, ReferenceShelf shelf) throws Exception {
    FindingFile file = PrecedentFindings.find(view(), name, shelf).orElseThrow();
    return FindingFile.parse(file.toJson().toString());
  }

  private static Verdict verify(FindingFile file, ReferenceShelf shelf) throws BadFindingException {
    return PrecedentFindings.verify(file, shelf, Budget.unlimited());
  }

  private static PrecedentCounts counts(FindingFile file) {
    return file.certificate() instanceof PrecedentCounts.CountedPrecedents(var counts)
        ? counts
        : wrong(file.certificate());
  }

  private static PrecedentCounts wrong(Object certificate) {
    throw new AssertionError(certificate.toString());
  }

  private static void says(PrecedentsAnswer answer, PrecedentCounts counts) {
    assertEquals(answer.codes(), counts.codes());
    assertEquals(
        answer.topics().stream().map(each -> each.all().count()).toList(),
        counts.topics().stream().map(PrecedentCounts.TopicAgreements::all).toList());
    assertEquals(
        answer.topics().stream().map(each -> each.interstate().count()).toList(),
        counts.topics().stream().map(PrecedentCounts.TopicAgreements::interstate).toList());
    assertEquals(
        Optional.ofNullable(answer.together()).map(PrecedentsAnswer.RowCount::count),
        Optional.ofNullable(counts.together()));
    assertEquals(Optional.ofNullable(answer.atMost()), Optional.ofNullable(counts.atMost()));
    assertEquals(
        answer.done().stream()
            .flatMap(each -> each.years().stream())
            .map(each -> each.done() + "/" + each.followed())
            .toList(),
        counts.done().stream()
            .flatMap(each -> each.years().stream())
            .map(each -> each.done() + "/" + each.followed())
            .toList());
  }

  @Test
  void theFindingSaysWhatThePageSaysAndHolds() throws Exception {
    FindingFile file = find(THREE, NONE);
    says(
        PrecedentsAnswer.of(points(view()), PrecedentTraits.none(0), NONE.contents()),
        counts(file));
    assertTrue(verify(file, NONE).holds());
  }

  @Test
  void anAlteredFileFails() throws Exception {
    String text = find(THREE, NONE).toJson().toString();
    String more = text.replaceFirst("\"agreements\":2144", "\"agreements\":2145");
    assertFalse(more.equals(text));
    assertEquals(Verdict.Outcome.FAILS, verify(FindingFile.parse(more), NONE).outcome());
    String other = text.replaceFirst("\"sha256\":\"..", "\"sha256\":\"zz");
    assertEquals(
        new Verdict.Open(Verdict.Reason.FILE_ABSENT), verify(FindingFile.parse(other), NONE));
  }

  @Test
  void everyPointWithTopicsHasOne() throws Exception {
    CaseView view = view();
    assertEquals(
        view.points().stream().filter(each -> !each.topics().isEmpty()).count(),
        PrecedentFindings.of(view, NONE).size());
  }

  @Test
  void aWayToSettleAddsItsTopics() throws Exception {
    CaseView view = view();
    Point point = view.get(new PointId("p14"));
    String name = PrecedentFindings.name(List.of(point), point.options().getFirst());
    assertEquals("precedents-p14~" + point.options().getFirst().id().value(), name);
    assertTrue(PrecedentFindings.find(view, name, NONE).isPresent());
  }

  @Test
  void namesOfNothingAreNone() throws Exception {
    CaseView view = view();
    for (String name :
        List.of(
            "precedents-",
            "precedents-none",
            "precedents-p5+none",
            "precedents-p5~none",
            "precedents-_",
            "precedents-p5+",
            "precedents-" + "x".repeat(500))) {
      assertTrue(PrecedentFindings.find(view, name, NONE).isEmpty(), name);
    }
  }

  @Test
  void aPointThatIsHiddenHasNone() throws Exception {
    CaseView other =
        CaseFolder.of(Path.of("../examples/ukraine-2025")).load() instanceof Loaded loaded
            ? loaded.contents().viewFor(new Viewer.Delegation(new PartyId("UA")))
            : failed();
    assertEquals(
        other.points().stream().filter(each -> !each.topics().isEmpty()).count(),
        PrecedentFindings.of(other, NONE).size());
  }

  /// 21 agreements have borders, foreign forces and guarantees together.
  @Test
  void ownCopiesAreCountedAndNoRowLeaves(@TempDir Path folder) throws Exception {
    Path data = SharedData.folder("reference");
    ReferenceShelf shelf = ReferenceShelf.at(folder);
    try (var files = Files.list(data)) {
      for (Path each : files.filter(path -> path.toString().matches(".*(pax|pam).*csv")).toList()) {
        if (each.getFileName().toString().matches("(?i)pa-?x.*9.*|pam-1.5.*")) {
          shelf.add(InputFile.of(each));
        }
      }
    }
    FindingFile file = find(THREE, shelf);
    says(
        PrecedentsAnswer.of(points(view()), PrecedentTraits.none(0), shelf.contents()),
        counts(file));
    assertTrue(file.toJson().toString().length() < 5_000, "no rows are in it");
    assertTrue(verify(file, shelf).holds());
    assertEquals(new Verdict.Open(Verdict.Reason.FILE_ABSENT), verify(file, NONE));
    FindingFile ofFigures = find(THREE, NONE);
    assertTrue(verify(ofFigures, shelf).holds(), "figures are at hand everywhere");
  }
}
