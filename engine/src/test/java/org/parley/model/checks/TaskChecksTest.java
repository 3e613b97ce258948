package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.task.Task;
import org.parley.model.task.TaskId;
import org.parley.round.RoundWorld;

class TaskChecksTest {

  private static final PartyId PARTY =
      RoundWorld.records().stream()
          .filter(Party.class::isInstance)
          .map(each -> ((Party) each).id())
          .findFirst()
          .orElseThrow();

  private static Task task(
      String title,
      @Nullable String account,
      @Nullable PartyId party,
      @Nullable String due,
      @Nullable String done) {
    return new Task(
        new TaskId("t1"),
        LocalizedText.of(title),
        account,
        party,
        due == null ? null : Edtf.of(due),
        PARTY,
        done == null ? null : Edtf.of(done),
        null,
        new Visibility.Mediator());
  }

  private static List<String> problems(Task task) {
    List<CaseRecord> all = new ArrayList<>(RoundWorld.records());
    all.add(task);
    return CaseChecks.problems(new CaseInfo("Case", null, List.of()), all).stream()
        .map(Told::of)
        .toList();
  }

  private static Task.State on(Task task, String day) {
    return task.state(LocalDate.parse(day));
  }

  @Test
  void aTaskSaysWhatIsToBeDoneByOne() {
    assertEquals(List.of(), problems(task("Call them.", "ann", null, null, null)));
    assertEquals(List.of(), problems(task("Call them.", null, PARTY, "2026-03", "2026-03-01")));
    assertEquals(List.of("title: blank(title) []"), problems(task("", null, null, null, null)));
    assertEquals(
        List.of("account: blank(account) [ ]"), problems(task("Call.", " ", null, null, null)));
    assertEquals(
        List.of("party: task-of-two [" + PARTY + "]"),
        problems(task("Call.", "ann", PARTY, null, null)));
  }

  @Test
  void itIsDueThreeDaysAheadAndOverdueTheDayAfter() {
    Task task = task("Call.", "ann", null, "2026-03-10", null);
    assertEquals(Task.State.OPEN, on(task, "2026-03-06"));
    assertEquals(Task.State.DUE_SOON, on(task, "2026-03-07"));
    assertEquals(Task.State.DUE_SOON, on(task, "2026-03-10"));
    assertEquals(Task.State.OVERDUE, on(task, "2026-03-11"));
    assertEquals(Task.State.DONE, on(task.withDone(Edtf.of("2026-03-12")), "2026-03-11"));
    assertEquals(Task.State.OPEN, on(task("Call.", "ann", null, null, null), "2026-03-11"));
    assertEquals(Task.State.DUE_SOON, on(task("Call.", null, null, "2026-03", null), "2026-03-29"));
  }

  @Test
  void itIsOfItsAccountElseOfItsDelegationElseOfTheMediators() {
    Task ofAnn = task("Call.", "Ann", null, null, null);
    assertTrue(ofAnn.isOf("ann", null, false));
    assertFalse(ofAnn.isOf("bea", null, true));
    Task ofParty = task("Call.", null, PARTY, null, null);
    assertTrue(ofParty.isOf("bea", PARTY, false));
    assertFalse(ofParty.isOf("ann", null, true));
    Task ofNobody = task("Call.", null, null, null, null);
    assertTrue(ofNobody.isOf("ann", null, true));
    assertFalse(ofNobody.isOf("bea", PARTY, false));
  }
}
