package org.parley.web.ledger;

import org.parley.answer.sources.WeakestSourcesAnswer;
import org.parley.answer.sources.WeakestSourcesAnswer.Headline;
import org.parley.model.cases.AsOf;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.RecentCache;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.Language;

/// On how few sources each headline rests, at a moment.
///
/// @param open the case
/// @param moment the moment
/// @param answer the sources of each headline
public record WeakestSourcesPage(OpenCase open, ViewedDay moment, WeakestSourcesAnswer answer) {

  private static final int DAYS_KEPT = 8;

  /// The answers of recent days.
  private record Answers(RecentCache<Asked, WeakestSourcesAnswer> recent) {}

  private record Asked(AsOf asOf, Language language) {}

  /// The page of a moment.
  public static WeakestSourcesPage of(OpenCase open, ViewedDay moment) {
    return new WeakestSourcesPage(open, moment, answer(open, moment.asOf()));
  }

  /// The sources of each headline as of a day, computed once.
  public static WeakestSourcesAnswer answer(OpenCase open, AsOf asOf) {
    return open.once(Answers.class, _ -> new Answers(new RecentCache<>(DAYS_KEPT)))
        .recent
        .get(
            new Asked(asOf, Language.current()),
            () -> WeakestSourcesAnswer.of(open.view(), asOf, _ -> open.restsOn(asOf)));
  }

  public Frame frame() {
    return Frame.of(Say.text("sources.title"), open.view().info(), "sources");
  }

  /// The page that states a headline.
  public static Address page(Headline headline) {
    return switch (headline) {
      case BOARD -> Address.BOARD;
      case PACKAGES -> Address.PACKAGES;
      case KNOTS -> Address.SEQUENCE;
      case COVERAGE -> Address.GUARANTEES;
    };
  }
}
