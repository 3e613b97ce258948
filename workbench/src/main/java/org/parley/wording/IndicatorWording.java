package org.parley.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.model.Id;
import org.parley.model.act.Act;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
import org.parley.model.indicator.Indicator;
import org.parley.outlook.eventstudy.Crossing;
import org.parley.outlook.eventstudy.EventStudy;
import org.parley.outlook.eventstudy.EventStudy.DayLeftOut;
import org.parley.outlook.eventstudy.EventWindow;
import org.parley.outlook.eventstudy.Reading;

/// Series beside a case, in one language.
public final class IndicatorWording {

  private static final int LONGEST_EVENT = 120;
  private static final int DECIMALS = 2;

  private final Messages messages;

  public IndicatorWording(Messages messages) {
    this.messages = messages;
  }

  /// In the current language.
  public static IndicatorWording current() {
    return new IndicatorWording(Messages.current());
  }

  /// Whether any change can be told from chance.
  ///
  /// @param studies the study of each series; empty for one without a window
  public String headline(List<Optional<EventStudy>> studies, int series) {
    long studied = studies.stream().filter(Optional::isPresent).count();
    long days = studies.stream().flatMap(Optional::stream).mapToLong(e -> e.windows().size()).sum();
    long told =
        studies.stream()
            .flatMap(Optional::stream)
            .flatMap(each -> each.windows().stream())
            .filter(EventWindow::isTold)
            .count();
    return messages.text(
        "indicators.headline", "series", series, "studied", studied, "days", days, "told", told);
  }

  /// The questions that ranks do not answer.
  public String limits() {
    return messages.text("indicators.limits");
  }

  /// A topic: "energy".
  public String topic(Indicator.Topic topic) {
    return messages.text("indicators.topic", "topic", topic);
  }

  /// A series in a sentence: its values and its last one.
  public String summary(Indicator indicator, List<Reading> readings) {
    if (readings.isEmpty()) {
      return messages.text("indicators.summary.none", "title", indicator.title().text());
    }
    Reading last = readings.getLast();
    return messages.text(
        "indicators.summary",
        "title",
        indicator.title().text(),
        "values",
        readings.size(),
        "frequency",
        indicator.values().frequency(),
        "first",
        readings.getFirst().first(),
        "last",
        last.last(),
        "value",
        last.value().toPlainString(),
        "unit",
        indicator.unit());
  }

  /// Whether a change of a series can be told from chance.
  public String verdict(Finding<EventStudy> finding) {
    EventStudy study = finding.findAnswer().orElse(null);
    if (study == null) {
      return messages.text("indicators.verdict.no-window");
    }
    long told = study.windows().stream().filter(EventWindow::isTold).count();
    return messages.text(
        "indicators.verdict", "told", told, "days", study.windows().size(), "can", study.canTell());
  }

  /// The change at a day, among all windows.
  public String window(Indicator indicator, EventStudy study, EventWindow window) {
    return messages.text(
        "indicators.window",
        "length",
        study.length(),
        "before",
        number(window.before()),
        "after",
        number(window.after()),
        "unit",
        indicator.unit(),
        "asLarge",
        window.asLarge(),
        "placebos",
        window.placebos(),
        "days",
        study.windows().size(),
        "corrected",
        percent(window.corrected()),
        "told",
        window.isTold(),
        "missing",
        window.missing(),
        "shared",
        window.sharedWith().size());
  }

  /// A day without a window, and why.
  public String left(DayLeftOut left) {
    return messages.text("indicators.left", "day", left.day(), "reason", left.reason());
  }

  /// An act, a meeting or a claim in a few words.
  public String event(CaseView view, Id record) {
    String words =
        switch (view.find(record).orElse(null)) {
          case Act act -> new ActWording(messages, view).full(act).text();
          case Meeting meeting -> meeting.title().text();
          case Claim claim -> claim.speaker() + messages.pattern("colon") + claim.words();
          case null, default -> record.value();
        };
    return ForeignText.shortened(words, LONGEST_EVENT);
  }

  /// A crossing in a sentence.
  public String crossing(Crossing crossing) {
    return messages.text(
        "indicators.crossing",
        "title",
        crossing.indicator().title().text(),
        "named",
        !crossing.at().of().isEmpty(),
        "of",
        crossing.at().of(),
        "direction",
        crossing.tripwire().direction(),
        "value",
        crossing.tripwire().value().toString(),
        "unit",
        crossing.indicator().unit(),
        "reached",
        crossing.at().value().toString(),
        "date",
        crossing.at().date());
  }

  /// A number to two places.
  public BigDecimal number(Rational value) {
    return new BigDecimal(value.numerator())
        .divide(new BigDecimal(value.denominator()), DECIMALS, RoundingMode.HALF_UP);
  }

  /// "3.2 %".
  public String percent(Rational share) {
    return messages.text(
        "share.percent",
        "percent",
        number(share.times(Rational.of(100))).setScale(1, RoundingMode.HALF_UP));
  }
}
