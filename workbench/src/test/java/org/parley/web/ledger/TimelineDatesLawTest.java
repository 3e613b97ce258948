package org.parley.web.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.acts.ActLedger;
import org.parley.acts.RecordedAct;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingId;
import org.parley.model.date.Edtf;
import org.parley.web.SmallWorld;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.ViewedDay;

/// The pages of the timeline name or count everything that was known, once, and none is long.
@NullMarked
class TimelineDatesLawTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
  private static final Pattern COUNT = Pattern.compile("(\\d+) (?:act|meeting)s?(?: \\(.*\\))?$");

  private static final OpenCase BUSY = busy();

  /// The small world with 900 meetings, 3,000 acts and 3,000 claims more. 60 of the meetings and
  /// many acts are on one day.
  private static OpenCase busy() {
    CaseView view = SmallWorld.build().viewFor(new Viewer.Mediator());
    Claim claim = view.claims().getFirst();
    Meeting meeting = view.meetings().getFirst();
    List<CaseRecord> records = new ArrayList<>(view.records());
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      Edtf said = Edtf.of(FIRST.plusDays(random.nextInt(400)));
      Edtf done = Edtf.of(FIRST.plusDays(i < 50 ? 7 : random.nextInt(400)));
      records.add(with(with(claim, "said", said), "id", new ClaimId("more-claim" + i)));
      records.add(signed(view, "more-act" + i, done));
    }
    for (int i = 0; i < 900; i++) {
      Edtf met = Edtf.of(i < 60 ? FIRST : FIRST.plusDays(random.nextInt(400)));
      records.add(
          Rewrite.with(
              with(with(meeting, "date", met), "id", new MeetingId("more-meeting" + i)),
              "known",
              null));
    }
    return new OpenCase(Case.settling(view.info(), records).viewFor(new Viewer.Mediator()));
  }

  private static <R extends Record> R with(R record, String component, Object value) {
    return Rewrite.with(record, component, value);
  }

  private static Act signed(CaseView view, String id, Edtf date) {
    return new Act(
        new ActId(id),
        ActKind.SIGNED,
        date,
        null,
        List.of(view.parties().getFirst().id()),
        List.of(view.instruments().getFirst().id()),
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(view.sources().getFirst().id()),
        List.of(),
        new Visibility.Public());
  }

  private static ViewedDay moment(OpenCase open, String... parameters) {
    return ViewedDay.of(query(parameters), open);
  }

  private static Query query(String... parameters) {
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      values.put(parameters[i], List.of(parameters[i + 1]));
    }
    return new Query(values);
  }

  /// The busy case now, on a day, and with the knowledge of a day; and generated ones.
  private static List<KnownThen> moments() {
    List<KnownThen> all = new ArrayList<>();
    List<OpenCase> cases = new ArrayList<>(List.of(BUSY));
    for (long seed = 1; seed <= Effort.of(4, 40); seed++) {
      cases.add(new OpenCase(Cases.of(seed).viewFor(new Viewer.Mediator())));
    }
    for (OpenCase each : cases) {
      all.add(new KnownThen(each, moment(each)));
      all.add(new KnownThen(each, moment(each, "asOf", "2024-09-01")));
      all.add(new KnownThen(each, moment(each, "asOf", "2024-09-01", "knownAt", "2024-05-01")));
    }
    return all;
  }

  @Test
  void everythingKnownIsNamedOrCountedOnceAndNothingElse() {
    for (KnownThen known : moments()) {
      CaseView view = known.open().view();
      List<Meeting> meetings = new ArrayList<>();
      int acts = 0;
      int claims = 0;
      TimelineDates dates = TimelineDates.of(known);
      for (int page = 1; page <= dates.pages(); page++) {
        for (TimelineDates.Dated each : dates.page(page)) {
          meetings.addAll(each.meetings());
          acts += each.acts().size() + each.moreActs();
          claims += each.claims().size() + each.moreClaims();
          assertTrue(each.acts().stream().allMatch(known::covers));
          assertTrue(each.claims().stream().allMatch(known::covers));
        }
      }
      assertEquals(
          view.meetings().stream().filter(known::covers).map(Meeting::id).sorted().toList(),
          meetings.stream().map(Meeting::id).sorted().toList());
      assertEquals(known.open().acts().inOrder().stream().filter(known::covers).count(), acts);
      assertEquals(view.claims().stream().filter(known::covers).count(), claims);
    }
  }

  @Test
  void noPageIsLongAndEachMeetingIsOnThePageThatIsGiven() {
    for (KnownThen known : moments()) {
      TimelineDates dates = TimelineDates.of(known);
      for (int page = 1; page <= dates.pages(); page++) {
        List<TimelineDates.Dated> listed = dates.page(page);
        assertTrue(listed.size() <= 150, listed.size() + " dates");
        assertTrue(listed.stream().mapToInt(TimelineDates.Dated::entries).sum() <= 600);
        for (TimelineDates.Dated each : listed) {
          assertTrue(each.entries() <= 3 * TimelineDates.NAMED);
          for (Meeting meeting : each.meetings()) {
            assertEquals(page, dates.pageOf().get(meeting.id().value()));
          }
        }
      }
    }
    assertTrue(TimelineDates.of(new KnownThen(BUSY, moment(BUSY))).pages() > 10);
  }

  @Test
  void datesGoFromTheLatestToTheEarliestAndHaveTheirNumbers() {
    for (KnownThen known : moments()) {
      TimelineDates dates = TimelineDates.of(known);
      int number = dates.dates();
      TimelineDates.Dated before = null;
      for (TimelineDates.Dated each : dates.listed()) {
        if (before != null && each.isContinued()) {
          assertEquals(before.date(), each.date());
        } else if (before != null) {
          assertTrue(before.date().compareTo(each.date()) > 0, each.date().toString());
          number--;
        }
        assertEquals(number, each.number());
        before = each;
      }
    }
  }

  @Test
  void theLatestActOfADayLeadsToTheOthersOfThatDay() {
    TimelineDates dates = TimelineDates.of(new KnownThen(BUSY, moment(BUSY)));
    for (TimelineDates.Dated each : dates.listed()) {
      RecordedAct latest = each.latestAct();
      if (latest != null) {
        ActsPage acts = ActsPage.of(BUSY, moment(BUSY), query("act", latest.act().id().value()));
        assertTrue(
            acts.acts().stream().anyMatch(entry -> entry.act().equals(latest.act())),
            each.date().toString());
      }
    }
  }

  @Test
  void aPictureOfManyActsAndMeetingsCountsThem() {
    TimelineChart chart = TimelinePage.of(BUSY, moment(BUSY), query()).chart();
    assertTrue(chart.isCounted());
    long meetings = BUSY.view().meetings().size();
    long acts =
        BUSY.board(moment(BUSY).asOf()).acts().entries().stream()
            .filter(ActLedger.Entry::stands)
            .count();
    assertEquals(meetings, counted(chart.lanes().get(0)));
    assertEquals(acts, counted(chart.lanes().get(1)));
    assertTrue(chart.lanes().get(1).marks().size() < 400, "bars, not acts");
    OpenCase small = SmallWorld.open();
    assertFalse(TimelinePage.of(small, moment(small), query()).chart().isCounted());
  }

  @Test
  void claimsOfThePictureAreLinkedAtTheMomentThatIsShown() {
    OpenCase open = SmallWorld.open();
    Link.Base past = Link.past(7, Instant.EPOCH, Address.TIMELINE);
    List<String> then =
        ScopedValue.where(Link.BASE, past)
            .call(() -> links(TimelinePage.of(open, moment(open), query()).chart()));
    List<String> now = links(TimelinePage.of(open, moment(open), query()).chart());
    assertFalse(now.isEmpty());
    assertEquals(then, now.stream().map(each -> "/then/7" + each).toList());
  }

  private static List<String> links(TimelineChart chart) {
    return chart.lanes().stream()
        .skip(2)
        .flatMap(lane -> lane.marks().stream())
        .map(TimelineChart.Mark::link)
        .toList();
  }

  private static long counted(TimelineChart.Lane lane) {
    return lane.marks().stream().mapToLong(each -> count(each.words())).sum();
  }

  private static long count(String words) {
    Matcher count = COUNT.matcher(words);
    assertTrue(count.find(), words);
    return Long.parseLong(count.group(1));
  }

  @Test
  void aPageThatIsNotThereIsRefused() {
    int pages = TimelineDates.of(new KnownThen(BUSY, moment(BUSY))).pages();
    String next = Integer.toString(pages + 1);
    assertThrows(BadQuery.class, () -> TimelinePage.of(BUSY, moment(BUSY), query("page", next)));
    assertEquals(1, TimelinePage.of(BUSY, moment(BUSY), query("meeting", "no such")).page());
  }
}
