package org.parley.exchange.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.folder.CaseFolder;
import org.parley.exact.Budget;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;
import org.parley.sequence.plan.Plans;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/// A plan leaves for a calendar and a project program, and comes back as it left.
@NullMarked
class CalendarTest {

  private static final LocalDate ORIGIN = LocalDate.of(2026, 1, 1);
  private static final Viewer VIEWER = new Viewer.Mediator();

  @TempDir private Path folder;

  private CaseView view(String yaml) throws IOException {
    Files.writeString(
        folder.resolve("case.yaml"),
        "case: {title: \"Ships; masts, and sails\"}\nparties:\n"
            + "  - {id: AA, name: Aland, kind: state}\n"
            + yaml);
    if (CaseFolder.of(folder).load() instanceof Loaded loaded) {
      return loaded.contents().viewFor(new Viewer.Mediator());
    }
    throw new AssertionError(CaseFolder.of(folder).load());
  }

  private static Plan plan(SequenceProblem problem) {
    return Plans.of(problem, Budget.unlimited()).findAnswer().orElseThrow().getFirst();
  }

  private static final String WORLD =
      """
      steps:
        - {id: keel, title: The keel is laid, duration: {least: P3D, most: P3D}}
        - {id: mast, title: The mast is set}
        - {id: sail, title: The ship sails}
      demands:
        - id: mast-after-keel
          text: The mast at least two days after the keel
          by: AA
          inferred: true
          allOf:
            - after: {step: mast, of: keel, least: P2D}
        - id: sail-once-mast
          text: The ship sails once the mast is set
          by: AA
          inferred: true
          allOf:
            - once: {step: sail, of: mast}
            - by: {step: sail, date: 2026-03-01}
            - not-before: {step: keel, date: 2026-01-05}
        - id: harbour
          text: The harbour sets the day
          by: AA
          inferred: true
          allOf:
            - to-be-determined: {step: sail, decidedBy: the harbour}
      """;

  /// The text of the calendar of a plan.
  private static String calendar(CaseView view, LocalDate origin, @Nullable String before)
      throws BadFileException {
    return calendar(view, List.of(), origin, before);
  }

  private static String calendar(
      CaseView view, List<String> journals, LocalDate origin, @Nullable String before)
      throws BadFileException {
    SequenceProblem problem = SequenceProblem.of(view, origin, true);
    Calendar earlier =
        before == null ? null : CalendarFile.read(InputFile.of("before.ics", before));
    return PlanCalendar.of(view, journals, problem, plan(problem), earlier).orElseThrow();
  }

  /// Every entry: what it names, and its sequence number, status and day.
  private static Map<String, String> entries(String text) throws BadFileException {
    return CalendarFile.read(InputFile.of("a.ics", text))
        .<CalendarComponent>getComponents()
        .stream()
        .collect(
            Collectors.toMap(
                each -> value(each, "UID").split("[.]")[0],
                each ->
                    value(each, "SEQUENCE")
                        + " "
                        + value(each, "STATUS")
                        + value(each, "DTSTART")
                        + value(each, "DUE")));
  }

  private static String value(CalendarComponent entry, String property) {
    return entry.getProperty(property).map(Property::getValue).orElse("");
  }

  @Test
  void twoCasesWithTheSameRecordsNeverShareAUid() throws IOException {
    String one = calendar(view(WORLD), ORIGIN, null);
    Files.writeString(
        folder.resolve("case.yaml"),
        Files.readString(folder.resolve("case.yaml")).replace("Ships; masts", "Boats; masts"));
    CaseView other = ((Loaded) CaseFolder.of(folder).load()).contents().viewFor(VIEWER);
    Set<String> uids = new HashSet<>(uids(one));
    assertEquals(4, uids.size());
    uids.retainAll(uids(calendar(other, ORIGIN, null)));
    assertEquals(Set.of(), uids);
  }

  @Test
  void aJournalTellsCasesOfOneTitleApartAndOutlivesTheTitle() throws IOException {
    CaseView view = view(WORLD);
    String one = calendar(view, List.of("1"), ORIGIN, null);
    Set<String> uids = new HashSet<>(uids(one));
    uids.retainAll(uids(calendar(view, List.of("2"), ORIGIN, null)));
    assertEquals(Set.of(), uids);
    Files.writeString(
        folder.resolve("case.yaml"),
        Files.readString(folder.resolve("case.yaml")).replace("Ships; masts", "Boats; masts"));
    CaseView renamed = ((Loaded) CaseFolder.of(folder).load()).contents().viewFor(VIEWER);
    assertEquals(uids(one), uids(calendar(renamed, List.of("1"), ORIGIN, null)));
  }

  /// A case that gets a journal, or one more, gets no second set of entries.
  @Test
  void theFileWrittenBeforeKeepsItsUids() throws IOException {
    CaseView view = view(WORLD);
    String before = calendar(view, List.of(), ORIGIN, null);
    assertEquals(before, calendar(view, List.of("1"), ORIGIN, before));
    String since = calendar(view, List.of("1"), ORIGIN, null);
    assertEquals(since, calendar(view, List.of("0", "1"), ORIGIN, since));
  }

  private static List<String> uids(String text) throws BadFileException {
    return CalendarFile.read(InputFile.of("a.ics", text))
        .<CalendarComponent>getComponents()
        .stream()
        .map(each -> value(each, "UID"))
        .toList();
  }

  @Test
  void theSequenceGrowsWhereAnEntryChangesAndWhatIsGoneIsCancelled() throws IOException {
    String first = calendar(view(WORLD), ORIGIN, null);
    assertEquals(
        Map.of(
            "keel", "9497 20260105",
            "mast", "9497 20260110",
            "sail", "9497 20260110",
            "harbour", "9497 20260110"),
        entries(first));
    assertEquals(first, calendar(view(WORLD), ORIGIN, first), "nothing changed");
    assertEquals(
        first, calendar(view(WORLD), ORIGIN.plusDays(1), first), "no change because a day went by");

    CaseView later = view(WORLD.replace("least: P2D", "least: P4D"));
    String second = calendar(later, ORIGIN, first);
    assertEquals(
        Map.of(
            "keel", "9498 20260105",
            "mast", "9498 20260112",
            "sail", "9498 20260112",
            "harbour", "9498 20260112"),
        entries(second));
    assertEquals(
        "9500 20260112",
        entries(calendar(later, ORIGIN.plusDays(3), first)).get("mast"),
        "at least the number that a file without an earlier one would have");

    CaseView without = view(WORLD.substring(0, WORLD.indexOf("  - id: harbour")));
    String third = calendar(without, ORIGIN, first);
    assertEquals("9498 CANCELLED20260110", entries(third).get("harbour"));
    assertEquals("9497 20260105", entries(third).get("keel"));
    assertEquals(third, calendar(without, ORIGIN, third), "cancelled once");
    assertEquals("9499 20260110", entries(calendar(view(WORLD), ORIGIN, third)).get("harbour"));
  }

  /// A step that is over is no date to keep free, and was not cancelled either.
  @Test
  void stepsThatAreOverLeaveTheCalendarAndAreCompleteInAProject() throws Exception {
    String first = calendar(view(WORLD), ORIGIN, null);
    CaseView done =
        view(
            WORLD
                .replace(
                    "{id: mast, title: The mast is set}",
                    "{id: mast, title: The mast is set, happened: 2026-01-04}")
                .replace(
                    "duration: {least: P3D, most: P3D}",
                    "duration: {least: P3D, most: P3D}, happened: 2026-01"));
    LocalDate later = LocalDate.of(2026, 2, 2);
    assertEquals(Set.of("sail", "harbour"), entries(calendar(done, later, null)).keySet());
    Map<String, String> revised = entries(calendar(done, later, first));
    assertEquals("9497 20260105", revised.get("keel"), "kept, not cancelled");
    assertEquals("9497 20260110", revised.get("mast"));

    SequenceProblem problem = SequenceProblem.of(done, later, true);
    String xml = ProjectWriter.of(done, problem, plan(problem));
    assertEquals(2, xml.split("<PercentComplete>100</PercentComplete>", -1).length - 1, xml);
    assertTrue(xml.contains("<ActualFinish>2026-01-04"), xml);
    assertFalse(xml.contains("<ActualFinish>2026-01-01"), "an imprecise date is not exact");
  }

  /// Whatever a case may hold, other programs read.
  @Test
  void oddTextsLeaveWhole() throws Exception {
    for (String odd :
        List.of(
            "<b> & \"quotes\" ]]> &amp; <!-- -->",
            "a face \uD83D\uDE42, \u05E9\u05DC\u05D5\u05DD, an isolate \u2067x\u2069",
            "tab\there; semicolons, commas: and \\ backslashes",
            "line\u2028separator \u00A0 no-break, \uFFFD, \uFEFFmark",
            "BEGIN:VEVENT\nEND:VCALENDAR")) {
      String written = JsonMapper.shared().writeValueAsString(odd);
      CaseView view = view("steps:\n  - {id: keel, title: " + written + "}\n");
      SequenceProblem problem = SequenceProblem.of(view, ORIGIN, true);
      assertEquals(odd, view.steps().getFirst().title().text());
      CalendarComponent event =
          CalendarFile.read(InputFile.of("a.ics", calendar(view, ORIGIN, null)))
              .<CalendarComponent>getComponents()
              .getFirst();
      assertEquals(odd, value(event, "SUMMARY"));
      String project = ProjectWriter.of(view, problem, plan(problem));
      var document =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(project)));
      assertEquals(odd.replaceAll("[\\t\\n]", " "), name(document), "on one line");
    }
  }

  private static String name(Document document) {
    var task = (Element) document.getElementsByTagName("Task").item(0);
    return task.getElementsByTagName("Name").item(0).getTextContent();
  }

  @Test
  void thereIsNoCalendarWithoutEntries() throws IOException {
    SequenceProblem problem = SequenceProblem.of(view(""), ORIGIN, true);
    assertEquals(
        Optional.empty(), PlanCalendar.of(view(""), List.of(), problem, plan(problem), null));
    for (String wrong : List.of("", "no calendar", "BEGIN:VCALENDAR\n")) {
      assertThrows(
          BadFileException.class,
          () -> CalendarFile.read(InputFile.of("before.ics", wrong)),
          wrong);
    }
  }

  @Test
  void writesACalendarThatAnotherProgramReads() throws IOException, ParserException {
    CaseView view = view(WORLD);
    String text = calendar(view, ORIGIN, null);
    assertEquals(text, calendar(view, ORIGIN, null));
    Calendar read = new CalendarBuilder().build(new StringReader(text));
    assertFalse(read.validate(true).hasErrors(), read.validate(true)::toString);
    Map<String, String> days =
        read.<CalendarComponent>getComponents("VEVENT").stream()
            .collect(
                Collectors.toMap(
                    each -> each.getProperty("UID").orElseThrow().getValue().split("[.]")[0],
                    each ->
                        each.getProperty("DTSTART").orElseThrow().getValue()
                            + " "
                            + each.getProperty("DTEND").orElseThrow().getValue()));
    assertEquals(
        Map.of(
            "keel", "20260105 20260109",
            "mast", "20260110 20260111",
            "sail", "20260110 20260111"),
        days);
    CalendarComponent due = read.<CalendarComponent>getComponents("VTODO").getFirst();
    assertEquals("20260110", due.getProperty("DUE").orElseThrow().getValue());
    assertTrue(
        read.<CalendarComponent>getComponents("VEVENT").stream()
            .anyMatch(
                each ->
                    each.getProperty("DESCRIPTION")
                        .orElseThrow()
                        .getValue()
                        .contains("is at least 2 days after the end of “The keel is laid”")),
        text);
    for (String line : text.split("\r\n")) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
    }
  }

  @Test
  void aRecessBeforeTheEndOfThePlanLeavesItsDaysFree() throws Exception {
    CaseView view =
        view(
            """
              - id: Assembly
                name: Assembly
                kind: body
                recesses:
                  - {from: 2026-01-05, to: 2026-01-20, until: 2030-01-01, source: rules}
            sources:
              - id: rules
                publisher: Assembly
                title: Rules
                date: 2020-01-01
                language: en
                reliability: A
                kind: official-text
            steps:
              - {id: vote, title: The Assembly votes, by: Assembly}
            demands:
              - id: late
                text: Not before 10 January
                by: AA
                inferred: true
                allOf:
                  - not-before: {step: vote, date: 2026-01-10}
            """);
    String text = calendar(view, ORIGIN, null);
    Map<String, String> entries = entries(text);
    assertEquals(Set.of("vote", "recess-Assembly-2026-01-05"), entries.keySet());
    assertTrue(entries.getOrDefault("vote", "").endsWith("20260121"), entries.toString());
    assertTrue(
        text.contains("SUMMARY:Assembly is in recess from 5 January 2026 to 20 January 2026"),
        text);
    assertTrue(text.contains("TRANSP:TRANSPARENT"), text);
  }

  @Test
  void writesAProjectThatComesBackWithTheSameDates() throws Exception {
    CaseView view = view(WORLD);
    SequenceProblem problem = SequenceProblem.of(view, ORIGIN, true);
    Plan plan = plan(problem);
    String xml = ProjectWriter.of(view, problem, plan);
    assertEquals(xml, ProjectWriter.of(view, problem, plan));
    ImportedProject project = ProjectReader.read(InputFile.of("plan.xml", xml));
    assertEquals(List.of(), project.notes());
    Files.delete(folder.resolve("case.yaml"));
    CaseView back = view(project.text());
    SequenceProblem again = SequenceProblem.of(back, ORIGIN, true);
    assertEquals(plan.earliest(), plan(again).earliest());
    assertEquals(
        plan.get(Moment.end(new StepId("sail"))).latest(),
        plan(again).get(Moment.end(new StepId("sail"))).latest());
    assertEquals(
        problem.steps().stream().map(PlannedStep::id).collect(Collectors.toSet()),
        again.steps().stream().map(PlannedStep::id).collect(Collectors.toSet()));
  }

  @Test
  void saysWhatHasNoCounterpartAndRefusesWhatIsNoProject() throws Exception {
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Project xmlns="http://schemas.microsoft.com/project">
          <Title>Works</Title>
          <Tasks>
            <Task><UID>1</UID><ID>1</ID><Name>Phase one</Name><OutlineLevel>1</OutlineLevel></Task>
            <Task><UID>2</UID><ID>2</ID><Name>Dig</Name><OutlineLevel>2</OutlineLevel><Duration>PT16H0M0S</Duration>
              <DurationFormat>7</DurationFormat></Task>
            <Task><UID>3</UID><ID>3</ID><Name>Dig</Name><OutlineLevel>2</OutlineLevel><Duration>PT0H0M0S</Duration>
              <PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type>
                <LinkLag>-9600</LinkLag><LagFormat>7</LagFormat></PredecessorLink></Task>
          </Tasks>
        </Project>
        """;
    ImportedProject project = ProjectReader.read(InputFile.of("plan.xml", xml));
    assertEquals(
        List.of("dig", "dig-3"), project.steps().stream().map(step -> step.id().value()).toList());
    assertTrue(project.notes().stream().anyMatch(note -> note.contains("only sums up")));
    assertTrue(project.notes().stream().anyMatch(note -> note.contains("days of the calendar")));
    assertTrue(project.notes().stream().anyMatch(note -> note.contains("before \"Dig\" ends")));
    for (String bad : List.of("", "no xml", "<Project/>", "<a><b></a>")) {
      assertThrows(
          BadFileException.class, () -> ProjectReader.read(InputFile.of("plan.xml", bad)), bad);
    }
  }

  private static String project(String task) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Project xmlns="http://schemas.microsoft.com/project"><Title>Works</Title><Tasks>
    <Task><UID>1</UID><ID>1</ID><Name>Dig</Name>%s</Task>
    </Tasks></Project>
    """
        .formatted(task);
  }

  @Test
  void readsNothingFromOutsideTheFileAndNoEntities() throws Exception {
    Path secret = Files.createTempFile("secret", ".txt");
    Files.writeString(secret, "TOP-SECRET");
    String outside =
        "<!DOCTYPE Project [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>"
            + "<Project>&x;</Project>";
    StringBuilder bomb = new StringBuilder("<!DOCTYPE Project [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 30; i++) {
      bomb.append(
          String.format(Locale.ROOT, "<!ENTITY a%d \"&a%d;&a%d;&a%d;\">", i, i - 1, i - 1, i - 1));
    }
    bomb.append("]><Project><Title>&a29;</Title></Project>");
    for (String hostile : List.of(outside, bomb.toString())) {
      BadFileException refused =
          assertThrows(
              BadFileException.class, () -> ProjectReader.read(InputFile.of("plan.xml", hostile)));
      String said = FileFaultWording.sentence(refused);
      assertTrue(said.contains("document type"), said);
      assertFalse(said.contains("TOP-SECRET"));
    }
    Files.delete(secret);
  }

  @Test
  void refusesTimesBeyondTheCalendar() {
    for (String absurd :
        List.of(
            "<Duration>PT99999999999H0M0S</Duration>",
            "<Duration>PT0H0M0S</Duration><Deadline>99999-01-01T00:00:00</Deadline>")) {
      try {
        ImportedProject read = ProjectReader.read(InputFile.of("plan.xml", project(absurd)));
        assertEquals(List.of(), read.demands(), absurd);
        assertTrue(read.steps().stream().allMatch(step -> step.duration() == null), absurd);
      } catch (BadFileException refused) {
        assertTrue(FileFaultWording.sentence(refused).contains("Maybe "), absurd);
      }
    }
  }
}
