package org.parley.web.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final int WIDTH = 1120;
  private static final int LEFT = 132;
  private static final int RIGHT = 24;
  private static final int TOP = 34;
  private static final int LANE = 58;

  private static final int MOST_LANES = 12;

  /// How many meetings, acts or imprecise dates of a lane are drawn one by one.
  private static final int MOST_MARKS = 200;

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
  /// @param link the address of the list, or of what is drawn
  public record Mark(
      String shape,
      int x,
      int width,
      int height,
      int rise,
      String stance,
      String words,
      String link) {}

  static TimelineChart of(TimelinePage page) {
    OpenCase open = page.open();
    Said said =
        open.once(SaidByLanguage.class, _ -> new SaidByLanguage(new ConcurrentHashMap<>()))
            .byLanguage
            .computeIfAbsent(Language.current(), _ -> Said.of(open));
    DayAxis axis = said.bars.axis();
    List<Meeting> met = page.meetings();
    List<ActLedger.Entry> done = done(page);
    List<Lane> lanes = new ArrayList<>();
    int y = TOP + LANE;
    lanes.add(new Lane(Say.text("timeline.meetings"), y, meetings(page, met, said.bars)));
    y += LANE;
    lanes.add(new Lane(Say.text("timeline.acts"), y, acts(open, done, said.bars)));
    for (Lane lane : said.lanes) {
      y += LANE;
      lanes.add(new Lane(lane.label(), y, lane.marks()));
    }
    LocalDate shown = page.moment().shown();
    boolean inRange = !shown.isBefore(axis.from()) && shown.isBefore(axis.to());
    return new TimelineChart(
        WIDTH,
        y + 16,
        Say.text("timeline.unit", "unit", said.bars.unit()),
        lanes,
        axis.ticks(),
        inRange ? axis.x(shown.plusDays(1)) : -1,
        axis.breaks(),
        met.size() > MOST_MARKS || done.size() > MOST_MARKS);
  }

  /// The statements of one case, in the languages asked for.
  private record SaidByLanguage(Map<Language, Said> byLanguage) {}

  /// The statements by party, independent of the day shown. Lanes are not positioned yet.
  private record Said(TimelineBars bars, List<Lane> lanes) {
    static Said of(OpenCase open) {
      DayAxis axis = TimelineChart.axis(open);
      TimelineBars bars = new TimelineBars(axis, TimelineUnit.of(axis));
      return new Said(bars, said(open, bars));
    }
  }

  private static List<Lane> said(OpenCase open, TimelineBars bars) {
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
    Map<PartyId, Map<LocalDate, List<Claim>>> spans = new HashMap<>();
    int most = 1;
    for (Party party : speaking) {
      Map<LocalDate, List<Claim>> own = bySpan(byParty.getOrDefault(party.id(), List.of()), bars);
      most = Math.max(most, TimelineBars.most(own.values()));
      spans.put(party.id(), own);
    }
    List<Lane> lanes = new ArrayList<>();
    for (Party party : speaking) {
      List<Mark> marks =
          new ArrayList<>(imprecise(byParty.getOrDefault(party.id(), List.of()), party, bars));
      marks.addAll(bars.of(spans.getOrDefault(party.id(), Map.of()), most, new ClaimsOf(party)));
      lanes.add(new Lane(party.label().text(), 0, marks));
    }
    return lanes;
  }

  private static Map<LocalDate, List<Claim>> bySpan(List<Claim> claims, TimelineBars bars) {
    return bars.bySpan(
        claims.stream().filter(each -> isPlain(each.said())).toList(),
        each -> each.said().earliestDay());
  }

  /// The claims of a party in a bar.
  private record ClaimsOf(Party party) implements TimelineBars.Telling<Claim> {

    @Override
    public Optional<Stance> stance(Claim claim) {
      return Stance.of(claim.asserts());
    }

    @Override
    public String words(String when, int count) {
      return TimelineChart.words(party, when, count);
    }

    @Override
    public String link(List<Claim> entries, LocalDate from, LocalDate to) {
      return TimelineChart.link(party, from, to);
    }
  }

  private static boolean isPlain(Edtf date) {
    return date.earliestDay().equals(date.latestDay());
  }

  private static DayAxis axis(OpenCase open) {
    LocalDate from = LocalDate.MAX;
    LocalDate to = LocalDate.MIN;
    List<LocalDate> days = new ArrayList<>(List.of(open.lastDay()));
    Set<Edtf> dates = new HashSet<>();
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

  private static List<Mark> meetings(TimelinePage page, List<Meeting> met, TimelineBars bars) {
    if (met.size() <= MOST_MARKS) {
      return met.stream().map(each -> mark(page, each, bars.axis())).toList();
    }
    Map<LocalDate, List<Meeting>> spans = bars.bySpan(met, each -> each.date().earliestDay());
    return bars.of(spans, TimelineBars.most(spans.values()), new MeetingsOf(page));
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
  private record MeetingsOf(TimelinePage page) implements TimelineBars.Telling<Meeting> {

    @Override
    public Optional<Stance> stance(Meeting meeting) {
      return Optional.empty();
    }

    @Override
    public String words(String when, int count) {
      return Say.text("timeline.meetings-of", "when", when, "count", count);
    }

    @Override
    public String link(List<Meeting> entries, LocalDate from, LocalDate to) {
      return page.address(entries.getLast());
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
    return bars.of(spans, TimelineBars.most(spans.values()), new ActsOf());
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

  /// The acts of a bar.
  private record ActsOf() implements TimelineBars.Telling<ActLedger.Entry> {

    @Override
    public Optional<Stance> stance(ActLedger.Entry entry) {
      return Optional.ofNullable(TimelineAnswer.stance(entry));
    }

    @Override
    public String words(String when, int count) {
      return Say.text("timeline.acts-of", "when", when, "count", count);
    }

    /// The list of acts, at the latest of them: the others follow there.
    @Override
    public String link(List<ActLedger.Entry> entries, LocalDate from, LocalDate to) {
      return Evidence.address(entries.getLast().recorded().record());
    }
  }

  private static int end(Edtf date, DayAxis axis) {
    LocalDate last = date.latestDay();
    return axis.x(last.equals(LocalDate.MAX) ? last : last.plusDays(1));
  }

  /// The claims with an imprecise date: a mark for each date. Of very many dates, those that begin
  /// in the same span share a mark.
  private static List<Mark> imprecise(List<Claim> claims, Party party, TimelineBars bars) {
    List<Claim> all = claims.stream().filter(each -> !isPlain(each.said())).toList();
    Map<Edtf, List<Claim>> byDate = new TreeMap<>();
    all.forEach(each -> byDate.computeIfAbsent(each.said(), _ -> new ArrayList<>()).add(each));
    Collection<List<Claim>> shared =
        byDate.size() <= MOST_MARKS
            ? byDate.values()
            : bars.bySpan(all, each -> each.said().earliestDay()).values();
    return shared.stream().map(each -> span(each, party, bars.axis())).toList();
  }

  private static Mark span(List<Claim> claims, Party party, DayAxis axis) {
    LocalDate from = LocalDate.MAX;
    LocalDate to = LocalDate.MIN;
    for (Claim each : claims) {
      from = min(from, each.said().earliestDay());
      to = max(to, each.said().latestDay());
    }
    int x = axis.x(from);
    int end = axis.x(to.equals(LocalDate.MAX) ? to : to.plusDays(1));
    Edtf first = claims.getFirst().said();
    boolean isOne = claims.stream().allMatch(each -> each.said().equals(first));
    String when =
        isOne
            ? Say.date(first)
            : Say.text("timeline.between", "from", axis.inside(from), "to", axis.inside(to));
    return new Mark(
        "span",
        x,
        Math.max(end - x, 6),
        6,
        4,
        "",
        words(party, when, claims.size()),
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

  private static String link(Party party, LocalDate from, LocalDate to) {
    return Link.to(Address.CLAIMS)
        + "?party="
        + party.id()
        + (from.equals(LocalDate.MIN) ? "" : "&from=" + from)
        + (to.equals(LocalDate.MAX) ? "" : "&to=" + to);
  }
}
