package org.parley.web.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// The lanes of the timeline that show claims, independent of the day shown. Lanes are not
/// positioned yet.
///
/// After a change, a lane stays if its counts and the bars of all lanes are the same.
///
/// @param bars the axis and the spans of all lanes
/// @param most the number of claims of a bar of full height
/// @param drawn by party, its lane
record SaidLanes(TimelineBars bars, int most, Map<PartyId, Drawn> drawn) {

  private static final int MOST_LANES = 12;

  /// A lane with what it shows.
  private record Drawn(
      Party party, Map<Edtf, Map<Optional<Stance>, Integer>> dates, TimelineChart.Lane lane) {}

  /// The lanes in the languages asked for, in this state and in the one before.
  private record ByLanguage(Map<Language, SaidLanes> now, Map<Language, SaidLanes> before)
      implements OpenCase.Following {

    @Override
    public OpenCase.Following after(OpenCase next) {
      Map<Language, SaidLanes> latest = new HashMap<>(before);
      latest.putAll(now);
      return new ByLanguage(new ConcurrentHashMap<>(), Map.copyOf(latest));
    }

    SaidLanes get(OpenCase open) {
      Language language = Language.current();
      return now.computeIfAbsent(language, _ -> of(open, before.get(language)));
    }
  }

  /// The lanes in the current language.
  static SaidLanes of(OpenCase open) {
    return open.once(ByLanguage.class, _ -> new ByLanguage(new ConcurrentHashMap<>(), Map.of()))
        .get(open);
  }

  private static SaidLanes of(OpenCase open, @Nullable SaidLanes before) {
    ClaimDates dates = ClaimDates.of(open);
    DayAxis axis = axis(open, dates.all().keySet());
    TimelineBars bars = new TimelineBars(axis, TimelineUnit.of(axis));
    Map<Party, TimelineBars.Bars> bySpan = new LinkedHashMap<>();
    int most = 1;
    for (Party party : open.view().parties()) {
      if (bySpan.size() < MOST_LANES && !dates.of(party.id()).isEmpty()) {
        TimelineBars.Bars own = bySpan(dates.of(party.id()), bars);
        most = Math.max(most, own.most());
        bySpan.put(party, own);
      }
    }
    Map<PartyId, Drawn> kept =
        before != null && before.most == most && before.bars.equals(bars) ? before.drawn : Map.of();
    Map<PartyId, Drawn> drawn = new LinkedHashMap<>();
    for (Map.Entry<Party, TimelineBars.Bars> each : bySpan.entrySet()) {
      Party party = each.getKey();
      Map<Edtf, Map<Optional<Stance>, Integer>> own = dates.of(party.id());
      Drawn known = kept.get(party.id());
      drawn.put(
          party.id(),
          known != null && known.party.equals(party) && known.dates.equals(own)
              ? known
              : new Drawn(party, own, lane(party, own, each.getValue(), bars, most)));
    }
    return new SaidLanes(bars, most, drawn);
  }

  /// The lanes with the links of the page that is shown.
  List<TimelineChart.Lane> lanes() {
    String claims = Link.to(Address.CLAIMS);
    return drawn.values().stream().map(each -> each.lane.linked(claims)).toList();
  }

  private static TimelineBars.Bars bySpan(
      Map<Edtf, Map<Optional<Stance>, Integer>> dates, TimelineBars bars) {
    TimelineBars.Bars own = new TimelineBars.Bars(new TreeMap<>());
    dates.forEach(
        (date, counts) -> {
          if (ClaimDates.isPlain(date)) {
            LocalDate start = bars.start(date.earliestDay());
            counts.forEach((stance, count) -> own.add(start, stance, count));
          }
        });
    return own;
  }

  private static TimelineChart.Lane lane(
      Party party,
      Map<Edtf, Map<Optional<Stance>, Integer>> dates,
      TimelineBars.Bars own,
      TimelineBars bars,
      int most) {
    List<TimelineChart.Mark> marks = new ArrayList<>(imprecise(dates, party, bars));
    marks.addAll(bars.of(own, most, new ClaimsOf(party)));
    return new TimelineChart.Lane(party.label().text(), 0, marks);
  }

  /// The claims of a party in a bar.
  private record ClaimsOf(Party party) implements TimelineBars.Telling {

    @Override
    public String words(String when, int count) {
      return SaidLanes.words(party, when, count);
    }

    @Override
    public String link(LocalDate from, LocalDate to, Optional<Stance> stance) {
      return SaidLanes.link(party, from, to);
    }
  }

  private static DayAxis axis(OpenCase open, Set<Edtf> said) {
    LocalDate from = LocalDate.MAX;
    LocalDate to = LocalDate.MIN;
    List<LocalDate> days = new ArrayList<>(List.of(open.lastDay()));
    Set<Edtf> dates = new HashSet<>(said);
    open.view().meetings().forEach(meeting -> dates.add(meeting.date()));
    open.acts().inOrder().forEach(act -> dates.add(act.act().date()));
    for (Edtf date : dates) {
      LocalDate first = date.earliestDay();
      LocalDate last = date.latestDay();
      if (!first.equals(LocalDate.MIN)) {
        from = min(from, first);
        to = max(to, first);
        days.add(first);
      }
      if (!last.equals(LocalDate.MAX)) {
        from = min(from, last);
        to = max(to, last);
        days.add(last);
      }
    }
    int left = TimelineChart.LEFT;
    int right = TimelineChart.WIDTH - TimelineChart.RIGHT;
    if (from.isAfter(to)) {
      return new DayAxis(open.lastDay(), open.lastDay().plusDays(10), left, right);
    }
    long margin = Math.max(2, ChronoUnit.DAYS.between(from, to) / 40);
    return new DayAxis(from.minusDays(margin), to.plusDays(margin + 1), left, right, days);
  }

  /// The claims with an imprecise date: a mark for each date. Of very many dates, those that begin
  /// in the same span share a mark.
  private static List<TimelineChart.Mark> imprecise(
      Map<Edtf, Map<Optional<Stance>, Integer>> dates, Party party, TimelineBars bars) {
    Map<Edtf, Integer> byDate = new TreeMap<>();
    dates.forEach(
        (date, counts) -> {
          if (!ClaimDates.isPlain(date)) {
            byDate.put(date, counts.values().stream().mapToInt(Integer::intValue).sum());
          }
        });
    List<List<Edtf>> shared =
        byDate.size() <= TimelineChart.MOST_MARKS
            ? byDate.keySet().stream().map(List::of).toList()
            : List.copyOf(bars.bySpan(List.copyOf(byDate.keySet()), Edtf::earliestDay).values());
    return shared.stream()
        .map(
            each ->
                span(
                    each,
                    each.stream().mapToInt(date -> byDate.getOrDefault(date, 0)).sum(),
                    party,
                    bars.axis()))
        .toList();
  }

  /// @param dates one date, or several that share a mark
  private static TimelineChart.Mark span(List<Edtf> dates, int count, Party party, DayAxis axis) {
    LocalDate from = LocalDate.MAX;
    LocalDate to = LocalDate.MIN;
    for (Edtf each : dates) {
      from = min(from, each.earliestDay());
      to = max(to, each.latestDay());
    }
    int x = axis.x(from);
    int end = axis.x(to.equals(LocalDate.MAX) ? to : to.plusDays(1));
    String when =
        dates.size() == 1
            ? Say.date(dates.getFirst())
            : Say.text("timeline.between", "from", axis.inside(from), "to", axis.inside(to));
    return new TimelineChart.Mark(
        "span",
        x,
        Math.max(end - x, 6),
        6,
        4,
        "",
        words(party, when, count),
        link(party, from, to));
  }

  private static LocalDate min(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalDate max(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static String words(Party party, String when, int count) {
    return Say.text("timeline.claims", "party", party.label(), "when", when, "count", count);
  }

  /// The query of the list of claims. Its address depends on the page: lanes are shown in the past,
  /// too.
  private static String link(Party party, LocalDate from, LocalDate to) {
    return "?party="
        + party.id()
        + (from.equals(LocalDate.MIN) ? "" : "&from=" + from)
        + (to.equals(LocalDate.MAX) ? "" : "&to=" + to);
  }
}
