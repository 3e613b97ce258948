package org.parley.web.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.answer.board.TimelineAnswer;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.web.view.Address;
import org.parley.web.view.Evidence;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.ActWording;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// A chart of meetings, acts and claims over time: a lane for the meetings, one for the acts, and
/// one for each party. Claims have the colours of the board.
///
/// A claim with a plain date counts in the bar of its day, week, month or year. One with an
/// imprecise date is drawn as its possible interval. Coordinates are in the units of the drawing,
/// 1,120 wide.
///
/// @param width the width
/// @param height the height
/// @param unit the unit of a bar, in words
/// @param lanes the lanes, from above
/// @param ticks the dates along the axis
/// @param now the end of the day shown; negative if out of range
/// @param breaks the places of breaks of the axis
public record TimelineChart(
    int width,
    int height,
    String unit,
    List<Lane> lanes,
    List<DayAxis.Tick> ticks,
    int now,
    List<Integer> breaks) {

  private static final int WIDTH = 1120;
  private static final int LEFT = 132;
  private static final int RIGHT = 24;
  private static final int TOP = 34;
  private static final int LANE = 58;
  private static final int BAR = 38;
  private static final int MOST_BARS = 190;

  /// From above: the stances that share a bar; null for claims without one.
  private static final List<@Nullable Stance> STANCES =
      Arrays.asList(
          Stance.AGREED,
          Stance.AD_REFERENDUM,
          Stance.CONDITIONAL,
          Stance.OPEN,
          Stance.REJECTED,
          null);

  private static final int MOST_LANES = 12;

  /// A lane.
  ///
  /// @param label its label
  /// @param y its base line
  public record Lane(String label, int y, List<Mark> marks) {}

  /// A mark on a lane.
  ///
  /// @param shape "bar", "span", "held", "planned" or "act"
  /// @param rise how far its lower edge is above the base line
  /// @param stance the style of the stance it expresses; empty if none
  /// @param x its left edge
  /// @param width its width
  /// @param height its height
  /// @param words its meaning, in words
  /// @param link the address of the list
  public record Mark(
      String shape,
      int x,
      int width,
      int height,
      int rise,
      String stance,
      String words,
      String link) {}

  static TimelineChart of(OpenCase open, ViewedDay moment) {
    Said said =
        open.once(SaidByLanguage.class, _ -> new SaidByLanguage(new ConcurrentHashMap<>()))
            .byLanguage
            .computeIfAbsent(Language.current(), _ -> Said.of(open));
    DayAxis axis = said.axis;
    Unit unit = said.unit;
    List<Lane> lanes = new ArrayList<>();
    int y = TOP + LANE;
    lanes.add(new Lane(Say.text("timeline.meetings"), y, meetings(open, moment, axis)));
    y += LANE;
    lanes.add(new Lane(Say.text("timeline.acts"), y, acts(open, moment, axis)));
    for (Lane lane : said.lanes) {
      y += LANE;
      lanes.add(new Lane(lane.label(), y, lane.marks()));
    }
    LocalDate shown = moment.shown();
    boolean inRange = !shown.isBefore(axis.from()) && shown.isBefore(axis.to());
    return new TimelineChart(
        WIDTH,
        y + 16,
        Say.text("timeline.unit", "unit", unit),
        lanes,
        axis.ticks(),
        inRange ? axis.x(shown.plusDays(1)) : -1,
        axis.breaks());
  }

  /// The statements of one case, in the languages asked for.
  private record SaidByLanguage(Map<Language, Said> byLanguage) {}

  /// The statements by party, independent of the day shown. Lanes are not positioned yet.
  private record Said(DayAxis axis, Unit unit, List<Lane> lanes) {
    static Said of(OpenCase open) {
      DayAxis axis = TimelineChart.axis(open);
      Unit unit = Unit.of(axis);
      return new Said(axis, unit, said(open, axis, unit));
    }
  }

  private static List<Lane> said(OpenCase open, DayAxis axis, Unit unit) {
    Map<PartyId, List<Claim>> byParty = new HashMap<>();
    for (Claim claim : open.view().claims()) {
      claim
          .parties()
          .forEach(party -> byParty.computeIfAbsent(party, _ -> new ArrayList<>()).add(claim));
    }
    List<Party> speaking =
        open.view().parties().stream()
            .filter(party -> byParty.containsKey(party.id()))
            .limit(MOST_LANES)
            .toList();
    Map<PartyId, Map<LocalDate, List<Claim>>> bars = new HashMap<>();
    int most = 1;
    for (Party party : speaking) {
      Map<LocalDate, List<Claim>> bar = bars(byParty.getOrDefault(party.id(), List.of()), unit);
      most = Math.max(most, bar.values().stream().map(List::size).max(Integer::compare).orElse(1));
      bars.put(party.id(), bar);
    }
    List<Lane> lanes = new ArrayList<>();
    for (Party party : speaking) {
      List<Mark> marks =
          new ArrayList<>(spans(byParty.getOrDefault(party.id(), List.of()), party, axis));
      for (Map.Entry<LocalDate, List<Claim>> each :
          bars.getOrDefault(party.id(), Map.of()).entrySet()) {
        bar(marks, each.getKey(), each.getValue(), most, party, unit, axis);
      }
      lanes.add(new Lane(party.label().text(), 0, marks));
    }
    return lanes;
  }

  private static Map<LocalDate, List<Claim>> bars(List<Claim> claims, Unit unit) {
    Map<LocalDate, List<Claim>> bars = new TreeMap<>();
    for (Claim claim : claims) {
      if (isPlain(claim.said())) {
        bars.computeIfAbsent(unit.start(claim.said().earliestDay()), _ -> new ArrayList<>())
            .add(claim);
      }
    }
    return bars;
  }

  private static boolean isPlain(Edtf date) {
    return date.earliestDay().equals(date.latestDay());
  }

  private static DayAxis axis(OpenCase open) {
    LocalDate from = LocalDate.MAX;
    LocalDate to = LocalDate.MIN;
    List<LocalDate> days = new ArrayList<>(List.of(open.lastDay()));
    List<Edtf> dates = new ArrayList<>();
    open.view().claims().forEach(claim -> dates.add(claim.said()));
    open.view().meetings().forEach(meeting -> dates.add(meeting.date()));
    open.acts().inOrder().forEach(act -> dates.add(act.act().date()));
    for (Edtf date : dates) {
      LocalDate first = date.earliestDay();
      LocalDate last = date.latestDay();
      if (!first.equals(LocalDate.MIN)) {
        from = first.isBefore(from) ? first : from;
        to = first.isAfter(to) ? first : to;
        days.add(first);
      }
      if (!last.equals(LocalDate.MAX)) {
        from = last.isBefore(from) ? last : from;
        to = last.isAfter(to) ? last : to;
        days.add(last);
      }
    }
    if (from.isAfter(to)) {
      return new DayAxis(open.lastDay(), open.lastDay().plusDays(10), LEFT, WIDTH - RIGHT);
    }
    long margin = Math.max(2, ChronoUnit.DAYS.between(from, to) / 40);
    return new DayAxis(from.minusDays(margin), to.plusDays(margin + 1), LEFT, WIDTH - RIGHT, days);
  }

  private static List<Mark> meetings(OpenCase open, ViewedDay moment, DayAxis axis) {
    List<Mark> marks = new ArrayList<>();
    boolean isNow = moment.knownAt() == null && !moment.shown().isBefore(open.lastDay());
    for (Meeting meeting : open.view().meetings()) {
      if (!isNow && !TimelineAnswer.isKnown(meeting, moment.asOf())) {
        continue;
      }
      boolean planned = !meeting.date().isBy(moment.shown());
      int x = axis.x(meeting.date().earliestDay());
      LocalDate last = meeting.date().latestDay();
      int end = axis.x(last.equals(LocalDate.MAX) ? last : last.plusDays(1));
      marks.add(
          new Mark(
              planned ? "planned" : "held",
              x,
              Math.max(end - x, 8),
              16,
              12,
              "",
              Say.text(
                  "timeline.meeting",
                  "title",
                  meeting.title(),
                  "date",
                  Say.date(meeting.date()),
                  "planned",
                  planned),
              "#" + meeting.id()));
    }
    return marks;
  }

  private static List<Mark> acts(OpenCase open, ViewedDay moment, DayAxis axis) {
    ActWording wording = new ActWording(Messages.current(), open.view());
    List<Mark> marks = new ArrayList<>();
    for (ActLedger.Entry each : open.board(moment.asOf()).acts().entries()) {
      if (!each.stands()) {
        continue;
      }
      Stance stance = TimelineAnswer.stance(each);
      LocalDate last = each.act().date().latestDay();
      int x = axis.x(each.act().date().earliestDay());
      int end = axis.x(last.equals(LocalDate.MAX) ? last : last.plusDays(1));
      marks.add(
          new Mark(
              "act",
              x,
              Math.max(end - x, 6),
              each.act().kind().isOfImplementation() ? 12 : 24,
              4,
              style(stance),
              Say.sentence(wording.full(each.act()).text()),
              Evidence.address(each.recorded().record())));
    }
    return marks;
  }

  private static String style(@Nullable Stance stance) {
    return stance == null ? "" : "s-" + Say.key(stance);
  }

  private static List<Mark> spans(List<Claim> claims, Party party, DayAxis axis) {
    Map<Edtf, Integer> counts = new TreeMap<>();
    for (Claim claim : claims) {
      if (!isPlain(claim.said())) {
        counts.merge(claim.said(), 1, Integer::sum);
      }
    }
    List<Mark> marks = new ArrayList<>();
    counts.forEach(
        (date, count) -> {
          LocalDate last = date.latestDay();
          int x = axis.x(date.earliestDay());
          int end = axis.x(last.equals(LocalDate.MAX) ? last : last.plusDays(1));
          marks.add(
              new Mark(
                  "span",
                  x,
                  Math.max(end - x, 6),
                  6,
                  4,
                  "",
                  words(party, Say.date(date), count),
                  link(party, date.earliestDay(), last)));
        });
    return marks;
  }

  /// A bar of the claims of a span of time, in pieces by stance.
  private static void bar(
      List<Mark> marks,
      LocalDate start,
      List<Claim> claims,
      int most,
      Party party,
      Unit unit,
      DayAxis axis) {
    LocalDate last = unit.next(start).minusDays(1);
    int x = axis.x(start);
    int width = Math.max(3, Math.min(14, axis.x(last.plusDays(1)) - x - 1));
    String when =
        unit == Unit.DAY ? Say.day(start) : Say.text("timeline.from", "unit", unit, "day", start);
    int below = 0;
    for (Stance stance : STANCES) {
      long count =
          claims.stream().filter(each -> Stance.of(each.asserts()).orElse(null) == stance).count();
      if (count > 0) {
        int height = Math.max(3, (int) (BAR * count / most));
        marks.add(
            new Mark(
                "bar",
                x,
                width,
                height,
                below,
                style(stance),
                words(party, when, (int) count)
                    + (stance == null ? "" : " (" + Say.stance(stance) + ")"),
                link(party, start, last)));
        below += height;
      }
    }
  }

  private static String words(Party party, String when, int count) {
    return Say.text("timeline.claims", "party", party.label(), "when", when, "count", count);
  }

  private static String link(Party party, LocalDate from, LocalDate to) {
    return Link.to(Address.CLAIMS)
        + "?party="
        + party.id()
        + (from.equals(LocalDate.MIN) ? "" : "&from=" + from)
        + (to.equals(LocalDate.MAX) ? "" : "&to=" + to);
  }

  private enum Unit {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    static Unit of(DayAxis axis) {
      long days = axis.length();
      return days <= MOST_BARS
          ? DAY
          : days <= 7L * MOST_BARS ? WEEK : days <= 30L * MOST_BARS ? MONTH : YEAR;
    }

    LocalDate start(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
      };
    }

    LocalDate next(LocalDate start) {
      return switch (this) {
        case DAY -> start.plusDays(1);
        case WEEK -> start.plusWeeks(1);
        case MONTH -> start.plusMonths(1);
        case YEAR -> start.plusYears(1);
      };
    }
  }
}
