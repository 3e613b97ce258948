package org.parley.web.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.acts.ActLedger;
import org.parley.answer.board.TimelineAnswer;
import org.parley.board.word.Stance;
import org.parley.model.claim.Meeting;
import org.parley.model.date.Edtf;
import org.parley.web.view.Evidence;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.ActWording;
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
/// @param isCounted whether meetings or acts are too many to be drawn one by one
public record TimelineChart(
    int width,
    int height,
    String unit,
    List<Lane> lanes,
    List<DayAxis.Tick> ticks,
    int now,
    List<Integer> breaks,
    boolean isCounted) {

  static final int WIDTH = 1120;
  static final int LEFT = 132;
  static final int RIGHT = 24;
  private static final int TOP = 34;
  private static final int LANE = 58;

  /// How many meetings, acts or imprecise dates of a lane are drawn one by one.
  static final int MOST_MARKS = 200;

  /// A lane.
  ///
  /// @param label its label
  /// @param y its base line
  public record Lane(String label, int y, List<Mark> marks) {

    /// The same, with links below an address.
    Lane linked(String address) {
      return new Lane(label, y, marks.stream().map(each -> each.linked(address)).toList());
    }
  }

  /// A mark on a lane.
  ///
  /// @param shape "bar", "span", "held", "planned" or "act"
  /// @param rise how far its lower edge is above the base line
  /// @param stance the style of the stance it expresses; empty if none
  /// @param x its left edge
  /// @param width its width
  /// @param height its height
  /// @param words its meaning, in words
  /// @param link the address of the list, or of what is drawn
  public record Mark(
      String shape,
      int x,
      int width,
      int height,
      int rise,
      String stance,
      String words,
      String link) {

    private Mark linked(String address) {
      return new Mark(shape, x, width, height, rise, stance, words, address + link);
    }
  }

  static TimelineChart of(TimelinePage page) {
    OpenCase open = page.open();
    SaidLanes said = SaidLanes.of(open);
    DayAxis axis = said.bars().axis();
    List<Meeting> met = page.meetings();
    List<ActLedger.Entry> done = done(page);
    List<Lane> lanes = new ArrayList<>();
    int y = TOP + LANE;
    lanes.add(new Lane(Say.text("timeline.meetings"), y, meetings(page, met, said.bars())));
    y += LANE;
    lanes.add(new Lane(Say.text("timeline.acts"), y, acts(open, done, said.bars())));
    for (Lane lane : said.lanes()) {
      y += LANE;
      lanes.add(new Lane(lane.label(), y, lane.marks()));
    }
    LocalDate shown = page.moment().shown();
    boolean inRange = !shown.isBefore(axis.from()) && shown.isBefore(axis.to());
    return new TimelineChart(
        WIDTH,
        y + 16,
        Say.text("timeline.unit", "unit", said.bars().unit()),
        lanes,
        axis.ticks(),
        inRange ? axis.x(shown.plusDays(1)) : -1,
        axis.breaks(),
        met.size() > MOST_MARKS || done.size() > MOST_MARKS);
  }

  private static List<Mark> meetings(TimelinePage page, List<Meeting> met, TimelineBars bars) {
    if (met.size() <= MOST_MARKS) {
      return met.stream().map(each -> mark(page, each, bars.axis())).toList();
    }
    Map<LocalDate, List<Meeting>> spans = bars.bySpan(met, each -> each.date().earliestDay());
    TimelineBars.Bars counted = TimelineBars.Bars.of(spans, _ -> Optional.empty());
    return bars.of(counted, counted.most(), new MeetingsOf(page, spans));
  }

  private static Mark mark(TimelinePage page, Meeting meeting, DayAxis axis) {
    boolean planned = page.isPlanned(meeting);
    int x = axis.x(meeting.date().earliestDay());
    return new Mark(
        planned ? "planned" : "held",
        x,
        Math.max(end(meeting.date(), axis) - x, 8),
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
        page.address(meeting));
  }

  /// The meetings of a bar.
  private record MeetingsOf(TimelinePage page, Map<LocalDate, List<Meeting>> spans)
      implements TimelineBars.Telling {

    @Override
    public String words(String when, int count) {
      return Say.text("timeline.meetings-of", "when", when, "count", count);
    }

    @Override
    public String link(LocalDate from, LocalDate to, Optional<Stance> stance) {
      return page.address(spans.getOrDefault(from, List.of()).getLast());
    }
  }

  /// The acts done and known at the moment that stand.
  private static List<ActLedger.Entry> done(TimelinePage page) {
    return page.open().board(page.moment().asOf()).acts().entries().stream()
        .filter(ActLedger.Entry::stands)
        .toList();
  }

  private static List<Mark> acts(OpenCase open, List<ActLedger.Entry> done, TimelineBars bars) {
    if (done.size() <= MOST_MARKS) {
      ActWording wording = new ActWording(Messages.current(), open.view());
      return done.stream().map(each -> mark(each, wording, bars.axis())).toList();
    }
    Map<LocalDate, List<ActLedger.Entry>> spans =
        bars.bySpan(done, each -> each.act().date().earliestDay());
    TimelineBars.Bars counted = TimelineBars.Bars.of(spans, TimelineChart::stance);
    return bars.of(counted, counted.most(), new ActsOf(spans));
  }

  private static Mark mark(ActLedger.Entry each, ActWording wording, DayAxis axis) {
    Stance stance = TimelineAnswer.stance(each);
    int x = axis.x(each.act().date().earliestDay());
    return new Mark(
        "act",
        x,
        Math.max(end(each.act().date(), axis) - x, 6),
        each.act().kind().isOfImplementation() ? 12 : 24,
        4,
        stance == null ? "" : "s-" + Say.key(stance),
        Say.sentence(wording.full(each.act()).text()),
        Evidence.address(each.recorded().record()));
  }

  private static Optional<Stance> stance(ActLedger.Entry entry) {
    return Optional.ofNullable(TimelineAnswer.stance(entry));
  }

  /// The acts of a bar.
  private record ActsOf(Map<LocalDate, List<ActLedger.Entry>> spans)
      implements TimelineBars.Telling {

    @Override
    public String words(String when, int count) {
      return Say.text("timeline.acts-of", "when", when, "count", count);
    }

    /// The list of acts, at the latest of them: the others follow there.
    @Override
    public String link(LocalDate from, LocalDate to, Optional<Stance> stance) {
      ActLedger.Entry latest =
          spans.getOrDefault(from, List.of()).stream()
              .filter(each -> stance(each).equals(stance))
              .toList()
              .getLast();
      return Evidence.address(latest.recorded().record());
    }
  }

  private static int end(Edtf date, DayAxis axis) {
    LocalDate last = date.latestDay();
    return axis.x(last.equals(LocalDate.MAX) ? last : last.plusDays(1));
  }
}
