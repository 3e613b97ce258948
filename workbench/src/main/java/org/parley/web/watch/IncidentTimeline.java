package org.parley.web.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.model.guarantee.Incident;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.wording.GuaranteeWording;
import org.parley.wording.Messages;

/// A chart of incidents over time, to scale: a lane for each kind, then determinations, acts and
/// due dates.
///
/// A time known as an interval is drawn as one. Numbers are those of the list and the map. A dense
/// lane shows a histogram instead, with each element at its earliest time.
///
/// @param width the width
/// @param height the height
/// @param axis the position of the axis
/// @param lanes the lanes, from above
/// @param ticks the dates along the axis
public record IncidentTimeline(
    int width, int height, int axis, List<Lane> lanes, List<Tick> ticks) {

  private static final int WIDTH = 1_120;
  private static final int LEFT = 230;
  private static final int LONGEST_LABEL = 32;
  private static final int RIGHT = 26;
  private static final int TOP = 12;
  private static final int ROW = 26;
  private static final int MARK = 20;
  private static final int SMALL = 12;
  private static final int MOST_ROWS = 4;
  private static final int MOST_TICKS = 10;
  private static final String OTHERS = "";
  private static final int MOST_KINDS = 8;
  private static final int MOST_MARKS = 48;
  private static final int MOST_BARS = 60;
  private static final int BAR_HEIGHT = 44;
  private static final int LABELLED_WIDTH = 18;

  /// Whether any lane counts instead of drawing.
  public boolean isCounted() {
    return lanes.stream().anyMatch(each -> !each.bars().isEmpty());
  }

  /// A lane.
  ///
  /// @param label its label
  /// @param y its top
  /// @param height its height
  /// @param shape "incident", "found", "done" or "due"
  /// @param marks the individual marks
  /// @param bars the histogram instead of marks
  public record Lane(
      String label, int y, int height, String shape, List<Mark> marks, List<Bar> bars) {}

  /// A bar of the histogram.
  ///
  /// @param label the number; empty for lack of space
  /// @param words the interval and the number, in words
  /// @param link the address of the list
  public record Bar(int x, int y, int width, int height, String label, String words, String link) {
    public int middle() {
      return x + width / 2;
    }
  }

  /// A mark on a lane.
  ///
  /// @param x its left edge
  /// @param y its top
  /// @param width its width
  /// @param isStretch whether it is an interval
  /// @param number the text in it; may be empty
  /// @param words its meaning, in words
  /// @param link the address of the list
  /// @param state the state of a duty in the words of the style sheet; empty for other marks
  public record Mark(
      int x,
      int y,
      int width,
      boolean isStretch,
      String number,
      String words,
      String link,
      String state) {

    public int middle() {
      return x + width / 2;
    }

    /// The accessible name: the visible text comes first.
    public String name() {
      return number.isEmpty() ? words : number + ": " + words;
    }
  }

  /// A date on the axis.
  public record Tick(int x, String label) {}

  /// A mark before layout.
  private record Thing(
      long from, long until, String number, String words, String link, String state) {

    /// Whether it may have been at any time before or after some day, so that it has no place.
    boolean isOpen() {
      return from == Moments.ALWAYS || until == Moments.NEVER;
    }
  }

  /// The time of an incident, by its reports.
  record When(long earliest, long latest, String kind) {}

  /// The incidents that reports place in time, by their ids, the earliest first.
  static Map<String, When> times(List<LoggedFact> log) {
    Set<String> gone = new HashSet<>();
    for (LoggedFact each : log) {
      if (each.supersedes() != null) {
        gone.add(each.supersedes());
      }
    }
    Map<String, When> times = new LinkedHashMap<>();
    for (LoggedFact each : log) {
      if (each.fact() instanceof Fact.Report(String incident, var what)
          && !gone.contains(each.id())) {
        times.merge(
            incident,
            new When(each.earliest(), each.latest(), what.kind()),
            (one, other) -> {
              long from = Math.max(one.earliest(), other.earliest());
              long to = Math.min(one.latest(), other.latest());
              return from <= to
                  ? new When(from, to, one.kind())
                  : new When(
                      Math.min(one.earliest(), other.earliest()),
                      Math.max(one.latest(), other.latest()),
                      one.kind());
            });
      }
    }
    Map<String, When> ordered = new LinkedHashMap<>();
    times.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(java.util.Comparator.comparingLong(When::earliest)))
        .forEach(each -> ordered.put(each.getKey(), each.getValue()));
    return ordered;
  }

  /// @param incidents in the order of their numbers
  /// @param filter the filter of the incidents
  static @Nullable IncidentTimeline of(
      List<Incident> incidents,
      List<LoggedFact> log,
      List<DutyVerdict> duties,
      GuaranteeWording words,
      WatchFilter filter) {
    Messages messages = words.messages();
    Map<String, When> times = times(log);
    Map<String, List<Thing>> kinds = new LinkedHashMap<>();
    for (int i = 0; i < incidents.size(); i++) {
      Incident incident = incidents.get(i);
      When when = times.get(incident.id().value());
      if (when == null || when.earliest() == Moments.ALWAYS || when.latest() == Moments.NEVER) {
        continue;
      }
      String kind =
          kinds.containsKey(when.kind()) || kinds.size() < MOST_KINDS ? when.kind() : OTHERS;
      kinds
          .computeIfAbsent(kind, _ -> new ArrayList<>())
          .add(
              new Thing(
                  when.earliest(),
                  when.latest(),
                  Integer.toString(i + 1),
                  messages.text(
                      "timeline.incident",
                      "title",
                      incident.title().text(),
                      "when",
                      words.moments().when(when.earliest(), when.latest())),
                  Link.to(Address.INCIDENT, incident.id()),
                  ""));
    }
    List<Thing> found = new ArrayList<>();
    List<Thing> done = new ArrayList<>();
    for (LoggedFact each : log) {
      String said = words.moments().when(each.earliest(), each.latest());
      String incident = each.fact().incident();
      String page =
          incident == null
              ? Link.to(Address.WATCH) + "?list=log"
              : Link.to(Address.INCIDENT, incident);
      String link = page + "#" + each.id();
      switch (each.fact()) {
        case Fact.Finding finding ->
            found.add(
                new Thing(
                    each.earliest(),
                    each.latest(),
                    "",
                    messages.text(
                        "timeline.finding",
                        "by",
                        words.party(finding.by()),
                        "met",
                        finding.isMet(),
                        "when",
                        said),
                    link,
                    ""));
        case Fact.Ballot ballot ->
            found.add(
                new Thing(
                    each.earliest(),
                    each.latest(),
                    "",
                    messages.text(
                        "timeline.ballot",
                        "by",
                        words.party(ballot.voter()),
                        "favour",
                        ballot.isInFavour(),
                        "when",
                        said),
                    link,
                    ""));
        case Fact.Act act ->
            done.add(
                new Thing(
                    each.earliest(),
                    each.latest(),
                    "",
                    messages.text(
                        "timeline.act",
                        "by",
                        words.party(act.by()),
                        "act",
                        act.act().replace('-', ' '),
                        "when",
                        said),
                    link,
                    ""));
        case Fact.Report _,
            Fact.Waiver _,
            Fact.Invocation _,
            Fact.Milestone _,
            Fact.Suspension _,
            Fact.Extension _,
            Fact.Termination _,
            Fact.Retraction _ -> {}
      }
    }
    List<Thing> due = new ArrayList<>();
    for (DutyVerdict each : duties) {
      if (each.deadline() != Moments.NEVER && each.deadline() != Moments.ALWAYS) {
        due.add(
            new Thing(
                each.deadline(),
                each.deadline(),
                "",
                messages.text(
                    "timeline.due",
                    "duty",
                    words.duty(each),
                    "when",
                    words.moments().moment(each.deadline()),
                    "state",
                    words.state(each.state())),
                Link.to(Address.INCIDENT, each.duty().incident()),
                org.parley.web.view.Say.key(each.state())));
      }
    }
    List.of(found, done, due).forEach(things -> things.removeIf(Thing::isOpen));
    return kinds.isEmpty() ? null : new Drawing(words, kinds, found, done, due, filter).drawn();
  }

  private static final class Drawing {
    private final GuaranteeWording words;
    private final Map<String, List<Thing>> kinds;
    private final List<Thing> found;
    private final List<Thing> done;
    private final List<Thing> due;
    private final WatchFilter filter;
    private final long from;
    private final long until;

    Drawing(
        GuaranteeWording words,
        Map<String, List<Thing>> kinds,
        List<Thing> found,
        List<Thing> done,
        List<Thing> due,
        WatchFilter filter) {
      this.words = words;
      this.kinds = kinds;
      this.found = found;
      this.done = done;
      this.due = due;
      this.filter = filter;
      List<Thing> all = new ArrayList<>();
      kinds.values().forEach(all::addAll);
      all.addAll(found);
      all.addAll(done);
      all.addAll(due);
      long first = all.stream().mapToLong(Thing::from).min().orElse(0);
      long last = all.stream().mapToLong(Thing::until).max().orElse(1);
      long margin = Math.max(3_600, (last - first) / 30);
      this.from = first - margin;
      this.until = last + margin;
    }

    private int x(long moment) {
      return LEFT
          + (int) Math.round((double) (moment - from) * (WIDTH - LEFT - RIGHT) / (until - from));
    }

    IncidentTimeline drawn() {
      List<Lane> lanes = new ArrayList<>();
      int y = TOP;
      for (Map.Entry<String, List<Thing>> each : kinds.entrySet()) {
        y = add(lanes, each.getKey(), "incident", each.getValue(), MARK, y);
      }
      y = add(lanes, "", "found", found, SMALL, y);
      y = add(lanes, "", "done", done, SMALL, y);
      y = add(lanes, "", "due", due, SMALL, y);
      return new IncidentTimeline(WIDTH, y + 30, y, lanes, ticks());
    }

    private int add(
        List<Lane> lanes, String label, String shape, List<Thing> things, int least, int y) {
      if (things.isEmpty()) {
        return y;
      }
      if (things.size() > MOST_MARKS) {
        lanes.add(
            new Lane(
                inLane(label, shape),
                y,
                BAR_HEIGHT + 14,
                shape,
                List.of(),
                bars(label, shape, things, y)));
        return y + BAR_HEIGHT + 14;
      }
      List<Thing> ordered = new ArrayList<>(things);
      ordered.sort(java.util.Comparator.comparingLong(Thing::from));
      List<Integer> free = new ArrayList<>();
      List<Mark> marks = new ArrayList<>();
      for (Thing each : ordered) {
        int begin = x(each.from());
        int end = x(each.until());
        boolean isStretch = end - begin > least;
        int width = Math.max(least, end - begin);
        int left = isStretch ? begin : (begin + end - width) / 2;
        int row = 0;
        while (row < free.size() && free.get(row) > left && row < MOST_ROWS - 1) {
          row++;
        }
        if (row == free.size()) {
          free.add(0);
        }
        free.set(row, left + width + 2);
        marks.add(
            new Mark(
                left,
                y + 6 + row * ROW + (MARK - least) / 2,
                width,
                isStretch,
                each.number(),
                each.words(),
                each.link(),
                each.state()));
      }
      int height = 6 + ROW * free.size();
      lanes.add(new Lane(inLane(label, shape), y, height, shape, marks, List.of()));
      return y + height;
    }

    private String inLane(String label, String shape) {
      String said =
          label.isEmpty()
              ? words.messages().text("timeline.lane", "lane", new Messages.Select(shape))
              : label.replace('-', ' ');
      return said.length() <= LONGEST_LABEL
          ? said
          : said.substring(0, LONGEST_LABEL - 1).strip() + "\u2026";
    }

    private List<Bar> bars(String label, String shape, List<Thing> things, int top) {
      Spacing step = Spacing.CENTURY;
      for (Spacing each : EnumSet.range(Spacing.DAY, Spacing.CENTURY)) {
        if (each.starts(from, until, MOST_BARS).size() <= MOST_BARS) {
          step = each;
          break;
        }
      }
      TreeMap<Long, Integer> counts = new TreeMap<>();
      step.starts(from, until, MOST_BARS).forEach(each -> counts.put(each, 0));
      for (Thing each : things) {
        counts.merge(counts.floorKey(each.from()), 1, Integer::sum);
      }
      int most = counts.values().stream().mapToInt(each -> each).max().orElse(1);
      List<Bar> bars = new ArrayList<>();
      for (Map.Entry<Long, Integer> each : counts.entrySet()) {
        long begin = each.getKey();
        int count = each.getValue();
        if (count > 0) {
          long end = step.next(Instant.ofEpochSecond(begin).atZone(ZoneOffset.UTC)).toEpochSecond();
          int left = Math.max(LEFT, x(begin));
          int width = Math.max(2, Math.min(WIDTH - RIGHT, x(end)) - left - 1);
          int height = Math.max(2, count * (BAR_HEIGHT - 16) / most);
          bars.add(
              new Bar(
                  left,
                  top + BAR_HEIGHT + 8 - height,
                  width,
                  height,
                  width >= LABELLED_WIDTH ? Integer.toString(count) : "",
                  words
                      .messages()
                      .text(
                          "timeline.bar",
                          "stretch",
                          words.moments().stretch(begin, end),
                          "incidents",
                          shape.equals("incident"),
                          "count",
                          count),
                  link(label, shape, begin, end)));
        }
      }
      return bars;
    }

    /// The address of the list of an interval, as far as a filter can express it.
    private String link(String label, String shape, long begin, long end) {
      Map<String, String> changed = new LinkedHashMap<>();
      changed.put("from", day(begin));
      changed.put("to", day(end - 1));
      changed.put(
          "list", shape.equals("incident") ? "incidents" : shape.equals("due") ? "duties" : "log");
      if (shape.equals("incident") && !label.equals(OTHERS)) {
        changed.put("kind", label);
      }
      return filter.url(changed);
    }

    private static String day(long moment) {
      return Instant.ofEpochSecond(moment).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private List<Tick> ticks() {
      List<Tick> ticks = new ArrayList<>();
      for (Spacing step : Spacing.values()) {
        ticks.clear();
        for (ZonedDateTime at = step.first(from); at.toEpochSecond() < until; at = step.next(at)) {
          if (at.toEpochSecond() >= from) {
            ticks.add(new Tick(x(at.toEpochSecond()), step.said(at)));
          }
          if (ticks.size() > MOST_TICKS) {
            break;
          }
        }
        if (ticks.size() <= MOST_TICKS) {
          break;
        }
      }
      return List.copyOf(ticks);
    }
  }
}
