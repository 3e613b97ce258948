package org.parley.bench.texts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.parley.answer.texts.EditAnswer;
import org.parley.answer.texts.EditAnswer.EditEffect;
import org.parley.answer.texts.EditAnswer.EffectKind;
import org.parley.board.Board;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.exchange.document.TextChoice;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;

/// A case with a demand on the deadline of each article. Every fifth deadline is halved, which ties
/// a knot, and the duty that answers the one threat becomes a permission, which opens a hole.
final class EditedCaseBench {

  private static final int ONE_IN = 5;
  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

  private static final String GUARANTEE =
      """
      guarantees:
        - id: g
          title: Help
          points: p0
          obligors: AA
          liability: each
          beneficiary: BB
          force: act
          trigger: {happens: {kinds: attack}}
          determination: {council: {body: AA, question: attack, members: [AA, BB], needed: 1}}
          ladder: {name: aid, act: send, clockFrom: occurrence, within: {length: 24 hours, lastInstant: in-time}}
          inForce: {}
          escalation: none
      coverageQuestions:
        - {id: q, title: Is it safe?, from: 2025-01-01, until: 2026-01-01, leastForce: act, threats: {title: An attack, kind: attack, by: CC, on: BB}}
      """;

  private final int articles;
  private final CaseView view;
  private final Board board;

  private EditedCaseBench(int articles, CaseView view) {
    this.articles = articles;
    this.view = view;
    this.board = Board.of(view, AsOf.LATEST);
  }

  static EditedCaseBench of(int articles) {
    LoadResult read = CaseReader.read(Map.of("case.yaml", yaml(articles)));
    if (!(read instanceof LoadResult.Loaded loaded)) {
      throw new AssertionError(read);
    }
    return new EditedCaseBench(articles, loaded.contents().viewFor(new Viewer.Mediator()));
  }

  /// Compares both texts, and checks the effects.
  void run() {
    List<EditEffect> effects =
        EditAnswer.of(new TextChoice("treaty", "v2", "v1", null).in(view, DAY), board).effects();
    long tied = effects.stream().filter(each -> each.kind() == EffectKind.KNOT_TIED).count();
    long opened = effects.stream().filter(each -> each.kind() == EffectKind.HOLE_OPENS).count();
    if (tied != articles / ONE_IN || opened != 1 || effects.size() != tied + opened) {
      throw new AssertionError(articles + " articles: " + effects);
    }
  }

  private static String yaml(int articles) {
    StringBuilder points = new StringBuilder();
    StringBuilder steps = new StringBuilder();
    StringBuilder demands = new StringBuilder();
    add(points, 0, "AA shall defend BB.", "AA may defend BB.");
    for (int i = 1; i <= articles; i++) {
      String clause = "BB shall complete task " + i + " within %s days of signature.";
      add(points, i, clause.formatted(60), clause.formatted(i % ONE_IN == 0 ? 30 : 60));
      steps.append("  - {id: s%s, title: Task %s, by: BB, source: s}\n".formatted(i, i));
      demands.append(demand("soon", i, "points: p" + i, "most: P60D"));
      demands.append(demand("late", i, "inferred: true", "least: P45D"));
    }
    return """
    case: {title: Benchmark}
    parties:
      - {id: AA, name: AA, kind: state}
      - {id: BB, name: BB, kind: state}
      - {id: CC, name: CC, kind: state}
    sources: {id: s, publisher: P, title: T, date: 2025-01-01, language: en, reliability: B, kind: report}
    instruments: {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
    """
        + "points:\n"
        + points
        + GUARANTEE
        + "steps:\n  - {id: signing, title: Signing, by: AA, source: s}\n"
        + steps
        + "demands:\n"
        + demands;
  }

  private static String demand(String name, int number, String rests, String bound) {
    return "  - {id: %s%s, text: Task %s, by: AA, %s, allOf: [{after: {step: s%s, of: signing, %s}}]}\n"
        .formatted(name, number, number, rests, number, bound);
  }

  private static void add(StringBuilder points, int number, String before, String after) {
    String version =
        "{version: v%s, date: 2025-0%s-01, status: proposal, language: en, source: s, text: \"%s\"}";
    points.append(
        "  - {id: p%s, number: \"%s\", title: Article, instrument: treaty, texts: [%s, %s]}\n"
            .formatted(
                number, number, version.formatted(1, 1, before), version.formatted(2, 2, after)));
  }
}
