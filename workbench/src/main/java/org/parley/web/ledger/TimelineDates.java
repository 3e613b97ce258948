package org.parley.web.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.acts.RecordedAct;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
import org.parley.model.date.Edtf;
import org.parley.web.view.ClaimIndex;
import org.parley.web.view.OpenCase;

/// The entries of the timeline by date, the latest first, in pages of bounded size.
///
/// A page ends after 150 dates or 600 entries. Of the acts and claims of a date the first dozen are
/// named, the rest are counted. A date with more than a dozen meetings is listed several times.
/// Making the list takes time linear in the records.
///
/// @param listed all dates
/// @param begins the index of the first date of each page
/// @param pageOf the page that lists a meeting, by its id
record TimelineDates(List<Dated> listed, List<Integer> begins, Map<String, Integer> pageOf) {

  /// How many meetings, acts and claims of a date are named.
  static final int NAMED = 12;

  private static final int DATES_A_PAGE = 150;
  private static final int ENTRIES_A_PAGE = 600;

  TimelineDates {
    listed = List.copyOf(listed);
    begins = List.copyOf(begins);
    pageOf = Map.copyOf(pageOf);
  }

  /// The entries of one day, or of one imprecise interval.
  ///
  /// @param number the number of the date, from 1 for the earliest
  /// @param isContinued whether meetings of this date were listed before
  /// @param acts at most the first dozen
  /// @param claims at most the first dozen
  /// @param latestAct the latest act of all, in whose list the others follow; null if all are named
  /// @param moreActs the number of further acts
  /// @param moreClaims the number of further claims
  record Dated(
      Edtf date,
      int number,
      boolean isContinued,
      List<Meeting> meetings,
      List<RecordedAct> acts,
      List<Claim> claims,
      @Nullable RecordedAct latestAct,
      int moreActs,
      int moreClaims) {

    LocalDate from() {
      return date.earliestDay();
    }

    LocalDate to() {
      return date.latestDay();
    }

    int entries() {
      return meetings.size() + acts.size() + claims.size();
    }
  }

  /// The records of a date.
  private record Records(List<Meeting> meetings, List<RecordedAct> acts, List<Claim> claims) {

    Records() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /// The same in parts that name a dozen meetings each; acts and claims stand in the first.
    List<Dated> listedAs(Edtf date, int number) {
      List<Dated> parts = new ArrayList<>();
      parts.add(
          new Dated(
              date,
              number,
              false,
              part(meetings, 0),
              part(acts, 0),
              part(claims, 0),
              acts.size() > NAMED ? acts.getLast() : null,
              Math.max(0, acts.size() - NAMED),
              Math.max(0, claims.size() - NAMED)));
      for (int from = NAMED; from < meetings.size(); from += NAMED) {
        List<Meeting> next = part(meetings, from);
        parts.add(new Dated(date, number, true, next, List.of(), List.of(), null, 0, 0));
      }
      return parts;
    }

    private static <T> List<T> part(List<T> all, int from) {
      return List.copyOf(all.subList(from, Math.min(all.size(), from + NAMED)));
    }
  }

  /// The claims by date, the hours of a day together.
  private record ByDate(ClaimIndex<Edtf> index) implements OpenCase.Following {

    static ByDate of(OpenCase open) {
      return new ByDate(
          ClaimIndex.of(open, _ -> claim -> List.of(dayOf(claim.said())), HashMap::new));
    }

    @Override
    public OpenCase.@Nullable Following after(OpenCase next) {
      return index.after(next).map(ByDate::new).orElse(null);
    }
  }

  /// The dates of everything known at a moment.
  static TimelineDates of(KnownThen known) {
    return known.isNow() ? known.open().once(TimelineDates.class, _ -> made(known)) : made(known);
  }

  private static TimelineDates made(KnownThen known) {
    OpenCase open = known.open();
    Map<Edtf, Records> found = new HashMap<>();
    for (Meeting each : open.view().meetings()) {
      if (known.covers(each)) {
        at(found, each.date()).meetings.add(each);
      }
    }
    for (RecordedAct each : open.acts().inOrder()) {
      if (known.covers(each)) {
        at(found, each.act().date()).acts.add(each);
      }
    }
    ClaimIndex<Edtf> claims = open.once(ByDate.class, ByDate::of).index;
    for (Edtf date : claims.keys()) {
      List<Claim> covered = claims.get(date).stream().filter(known::covers).toList();
      if (!covered.isEmpty()) {
        at(found, date).claims.addAll(covered);
      }
    }
    return of(new TreeMap<>(found));
  }

  private static TimelineDates of(TreeMap<Edtf, Records> byDate) {
    List<Dated> listed = new ArrayList<>();
    int number = byDate.size();
    for (Map.Entry<Edtf, Records> each : byDate.descendingMap().entrySet()) {
      listed.addAll(each.getValue().listedAs(each.getKey(), number--));
    }
    List<Integer> begins = begins(listed);
    return new TimelineDates(listed, begins, pageOf(listed, begins));
  }

  private static List<Integer> begins(List<Dated> listed) {
    List<Integer> begins = new ArrayList<>(List.of(0));
    int entries = 0;
    for (int at = 0; at < listed.size(); at++) {
      int more = listed.get(at).entries();
      if (at - begins.getLast() == DATES_A_PAGE || entries + more > ENTRIES_A_PAGE) {
        begins.add(at);
        entries = 0;
      }
      entries += more;
    }
    return begins;
  }

  private static Records at(Map<Edtf, Records> found, Edtf date) {
    return found.computeIfAbsent(dayOf(date), _ -> new Records());
  }

  /// A date without its time of day: one day in the list, whatever the hour.
  private static Edtf dayOf(Edtf date) {
    return date.toString().indexOf('T') > 0 && date.earliestDay().equals(date.latestDay())
        ? Edtf.of(date.earliestDay())
        : date;
  }

  int pages() {
    return begins.size();
  }

  /// The number of dates.
  int dates() {
    return listed.isEmpty() ? 0 : listed.getFirst().number();
  }

  /// The dates of a page, from 1.
  List<Dated> page(int number) {
    int end = number == pages() ? listed.size() : begins.get(number);
    return listed.subList(begins.get(number - 1), end);
  }

  private static Map<String, Integer> pageOf(List<Dated> listed, List<Integer> begins) {
    Map<String, Integer> pageOf = new HashMap<>();
    int page = 1;
    for (int at = 0; at < listed.size(); at++) {
      page += page < begins.size() && begins.get(page) == at ? 1 : 0;
      for (Meeting each : listed.get(at).meetings()) {
        pageOf.put(each.id().value(), page);
      }
    }
    return pageOf;
  }
}
