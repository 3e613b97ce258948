package org.parley.answer.memo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.parley.answer.indicators.IndicatorsAnswer;
import org.parley.answer.indicators.IndicatorsAnswer.EventDay;
import org.parley.answer.indicators.IndicatorsAnswer.StudiedSeries;
import org.parley.answer.indicators.StudyAsked;
import org.parley.answer.memo.MemoAnswer.MemoFigure;
import org.parley.answer.memo.MemoAnswer.MemoPart;
import org.parley.answer.memo.MemoAnswer.MemoTopic;
import org.parley.answer.memo.Memos.MemoBasis;
import org.parley.exact.Rational;
import org.parley.model.cases.CaseView;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.Indicator.Topic;
import org.parley.model.indicator.IndicatorId;
import org.parley.model.source.SourceId;
import org.parley.outlook.eventstudy.CaseEvents.EventSort;
import org.parley.wording.MemoWording;
import org.parley.wording.Messages;

/// The memo on effects on energy and food: what series did at the events of the case.
///
/// Cost: a study of each of these series.
final class EffectsMemo {

  private final MemoFrame memos;
  private final MemoWording words;
  private final MemoBasis basis;
  private final CaseView view;

  EffectsMemo(MemoFrame memos) {
    this.memos = memos;
    this.words = memos.words();
    this.basis = memos.basis();
    this.view = basis.view();
  }

  MemoAnswer memo() {
    IndicatorsAnswer all =
        IndicatorsAnswer.of(
            view, basis.board().asOf(), new StudyAsked(EventSort.BOTH, List.of(), null, ""));
    List<StudiedSeries> energy = of(all, Topic.ENERGY);
    List<StudiedSeries> food = of(all, Topic.FOOD);
    List<StudiedSeries> both = new ArrayList<>(energy);
    both.addAll(food);
    List<MemoPart> parts = new ArrayList<>();
    parts.add(memos.part(MemoTopic.ENERGY, series(energy)));
    parts.add(memos.part(MemoTopic.FOOD, series(food)));
    Set<IndicatorId> looked = new LinkedHashSet<>();
    both.forEach(each -> looked.add(each.indicator()));
    List<String> crossings =
        all.crossings().stream()
            .filter(each -> looked.contains(each.indicator()))
            .map(IndicatorsAnswer.TripwireCrossing::words)
            .toList();
    if (!crossings.isEmpty()) {
      parts.add(memos.part(MemoTopic.TRIPWIRES, crossings));
    }
    Set<SourceId> sources = new LinkedHashSet<>();
    for (IndicatorId each : looked) {
      Indicator indicator = view.get(each);
      sources.addAll(indicator.source());
    }
    return memos.memo(
        MemoQuestion.EFFECTS,
        words.text(
            "effects.headline",
            "energy",
            clause(Topic.ENERGY, energy),
            "food",
            clause(Topic.FOOD, food)),
        words.text("effects.standfirst", "series", both.size()),
        both.stream()
            .filter(each -> each.lastValue() != null && each.last() != null)
            .limit(MemoFrame.FIGURES)
            .map(
                each ->
                    new MemoFigure(
                        words.number(Rational.parse(String.valueOf(each.lastValue()))),
                        words.text(
                            "effects.value",
                            "unit",
                            each.unit(),
                            "title",
                            each.title(),
                            "day",
                            Objects.requireNonNull(each.last()))))
            .toList(),
        parts,
        List.of(all.limits(), words.text("effects.unsaid")),
        memos.rests(sources),
        List.copyOf(sources),
        List.of(),
        null);
  }

  private static List<StudiedSeries> of(IndicatorsAnswer all, Topic topic) {
    return all.indicators().stream().filter(each -> each.topic() == topic).toList();
  }

  private String clause(Topic topic, List<StudiedSeries> series) {
    long told =
        series.stream().flatMap(each -> each.days().stream()).filter(EventDay::told).count();
    String state =
        series.isEmpty()
            ? "none"
            : series.stream().allMatch(each -> each.days().isEmpty())
                ? "short"
                : told > 0 ? "told" : "untold";
    return words.text(
        "effects.clause", "topic", topic, "state", new Messages.Select(state), "told", told);
  }

  private List<String> series(List<StudiedSeries> series) {
    List<String> lines = new ArrayList<>();
    for (StudiedSeries each : series) {
      lines.add(each.summary() + " " + each.verdict());
      EventDay unusual = null;
      for (EventDay day : each.days()) {
        unusual = unusual == null || day.chance().compareTo(unusual.chance()) < 0 ? day : unusual;
      }
      if (unusual != null) {
        lines.add(
            words.text(
                "effects.unusual",
                "day",
                unusual.day(),
                "events",
                Messages.current()
                    .all(
                        unusual.events().stream().map(IndicatorsAnswer.EventNamed::words).toList()),
                "words",
                unusual.words()));
      }
      lines.addAll(memos.origin(each.indicator()));
    }
    return lines;
  }
}
