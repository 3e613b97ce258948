package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.exchange.feed.AtomFeed;
import org.parley.model.CaseRecord;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.web.view.OpenCase;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// Feed readers and calendars are told what their reader may see, in the forms of the standards.
@NullMarked
class FeedsStoryTest {

  @TempDir Path folder;

  private static Document parsed(String feed) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(feed)));
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList all = parent.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name);
    for (int i = 0; i < all.getLength(); i++) {
      if (parent.isSameNode(all.item(i).getParentNode())) {
        found.add((Element) all.item(i));
      }
    }
    return found;
  }

  /// The rules of RFC 4287, sections 4.1.1 and 4.1.2.
  private static Set<String> checked(String text) throws Exception {
    Element feed = parsed(text).getDocumentElement();
    assertEquals("feed", feed.getLocalName());
    Set<String> ids = new HashSet<>();
    List<Element> all = new ArrayList<>(children(feed, "entry"));
    boolean entriesHaveAuthors =
        all.stream().allMatch(each -> children(each, "author").size() == 1);
    assertTrue(entriesHaveAuthors, "a feed without author needs one in every entry");
    all.add(feed);
    for (Element each : all) {
      for (String once : List.of("id", "title", "updated")) {
        assertEquals(1, children(each, once).size(), once + " of " + each.getTextContent());
      }
      String id = children(each, "id").getFirst().getTextContent();
      assertTrue(URI.create(id).isAbsolute(), id);
      assertTrue(ids.add(id), "twice: " + id);
      Instant.parse(children(each, "updated").getFirst().getTextContent());
      for (Element link : children(each, "link")) {
        assertTrue(URI.create(link.getAttribute("href")).isAbsolute());
      }
    }
    return ids;
  }

  private static Calendar calendar(String text) throws Exception {
    for (String line : text.split("\r\n", -1)) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
      assertFalse(line.contains("\n"), "a bare line feed: " + line);
    }
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    assertFalse(calendar.validate().hasErrors(), calendar.validate().toString());
    Set<String> uids = new HashSet<>();
    calendar
        .getComponents()
        .forEach(
            each -> {
              String uid = each.getProperty(Property.UID).orElseThrow().getValue();
              assertTrue(uids.add(uid), "twice: " + uid);
              assertTrue(each.getProperty(Property.DTSTAMP).isPresent(), uid);
            });
    return calendar;
  }

  @Test
  void aFeedTellsTheChangesThatItsReaderMaySee() throws Exception {
    Case all = TwinServers.caseOf(2);
    Viewer viewer = new Viewer.Public();
    try (Team team = new Team(folder.resolve("feed"), all, true)) {
      team.account("ann", "mediator", null);
      HttpResponse<String> mediators = team.inSession("ann").get("/feed.atom");
      assertEquals(
          "application/atom+xml;charset=utf-8",
          mediators
              .headers()
              .firstValue("Content-Type")
              .orElse("")
              .replace(" ", "")
              .toLowerCase(Locale.ROOT));
      assertTrue(checked(mediators.body()).size() > 50);
      team.account("ob", "observer", null);
      String observers = team.inSession("ob").get("/feed.atom").body();
      checked(observers);
      for (CaseRecord each : all.records()) {
        if (!Secrets.sees(viewer, each.visibility())) {
          assertFalse(observers.contains("/" + each.id() + "\""), each.id() + " is told");
        }
      }
    }
  }

  @Test
  void idsOfEntriesStayWhenMoreIsRecorded() throws Exception {
    Case whole = SmallWorld.build();
    List<CaseRecord> fewer = new ArrayList<>(whole.records());
    fewer.remove(whole.viewFor(new Viewer.Mediator()).claims().getLast());
    try (Team team = new Team(folder.resolve("ids"), Case.of(whole.info(), fewer), true)) {
      team.account("ann", "mediator", null);
      Set<String> before = checked(team.inSession("ann").get("/feed.atom").body());
      team.journal.record(whole, "Ann", "One more.", Team.NOON.plusSeconds(60));
      Set<String> after = checked(team.inSession("ann").get("/feed.atom").body());
      before.removeAll(after);
      assertTrue(before.size() <= 1, "only the oldest makes room: " + before);
    }
  }

  @Test
  void aCaseWithoutAJournalTellsWhatWasSaidAndDone() throws Exception {
    OpenCase open = SmallWorld.open();
    try (WebServer server =
        WebServer.start(_ -> new org.parley.web.service.CaseService.CaseAccess.Opened(open), 0)) {
      WebClient client = new WebClient(server);
      assertTrue(checked(client.get("/feed.atom").body()).size() > 3);
      calendar(client.get("/calendar.ics").body());
    }
  }

  @Test
  void markupAndControlCharactersDoNotBreakAFeed() throws Exception {
    String hostile = "</title><script>alert(1)</script>&\u0000\u0007 ]]> \uFFFE";
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    AtomFeed feed =
        new AtomFeed(
            "urn:uuid:1",
            hostile,
            hostile,
            "en",
            "https://x.example/feed.atom",
            "https://x.example/",
            now,
            List.of(
                new AtomFeed.AtomEntry("urn:uuid:2", hostile, hostile, now, null, hostile),
                new AtomFeed.AtomEntry("urn:uuid:3", "", "Ann", now, null, "")));
    checked(feed.text());
    assertEquals(
        0, parsed(feed.text()).getElementsByTagName("script").getLength(), "no element of others");
  }

  @Test
  void aCalendarHasMeetingsDeadlinesDutiesAndExpectations() throws Exception {
    Case whole = SmallWorld.build();
    try (Team team = new Team(folder.resolve("dates"), whole, true)) {
      team.account("ann", "mediator", null);
      String text = team.inSession("ann").get("/calendar.ics").body();
      Calendar calendar = calendar(text);
      int meetings = whole.viewFor(new Viewer.Mediator()).meetings().size();
      assertTrue(meetings > 0 && calendar.getComponents("VEVENT").size() > meetings, text);
      assertEquals(text, team.inSession("ann").get("/calendar.ics").body());
    }
  }

  @Test
  void aCalendarTellsNothingHidden() throws Exception {
    for (long seed = 1; seed <= 4; seed++) {
      Case all = TwinServers.caseOf(seed);
      Case without = Secrets.without(all, new Viewer.Public());
      assertEquals(
          dates(without.viewFor(new Viewer.Public())), dates(all.viewFor(new Viewer.Public())));
    }
  }

  private static String dates(org.parley.model.cases.CaseView view) throws Exception {
    try (InProcessServer server =
        InProcessServer.start(
            _ ->
                new org.parley.web.service.CaseService.CaseAccess.Opened(
                    new org.parley.web.view.OpenCase(view)),
            org.parley.web.publish.PublicationSite.at(
                "https://x.example/", java.time.LocalDate.of(2026, 3, 1)),
            org.parley.wording.Language.ENGLISH)) {
      String text =
          new String(server.get("/calendar.ics", "text/calendar").body(), StandardCharsets.UTF_8);
      calendar(text);
      return text;
    }
  }
}
