package org.parley.guarantees.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPattern;
import org.parley.guarantees.commitment.Tier.Anchor;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window.Edge;
import org.parley.guarantees.log.Entry;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.Verdict;
import org.parley.guarantees.log.What;
import org.parley.model.GuaranteeId;

/// The expected obligation states that the authors of Symboleo publish for a sale of goods:
/// delivery before time 10, payment before time 7, late payment once payment is violated.
///
/// Powers and contracts are not obligations and are not compared; the two duties of confidence are
/// duties not to act, told to the monitor as the absence of disclosure.
class SymboleoOracleTest {

  private static final Map<String, Lifecycle> STATES =
      Map.of(
          "fulfillment", Lifecycle.FULFILLED,
          "violation", Lifecycle.BREACHED,
          "inEffect", Lifecycle.DUE,
          "suspension", Lifecycle.SUSPENDED);

  private static Commitment obligation(String id, String trigger, long within) {
    Promise promise = Promise.named(id);
    promise.trigger = new Trigger.One(IncidentPattern.ofKind(trigger));
    promise.tier(id, Anchor.OCCURRENCE, within, Edge.OPEN);
    return promise.build();
  }

  private static final List<Commitment> CONTRACT =
      List.of(
          obligation("oDel", "started", 10),
          obligation("oPay", "started", 7),
          obligation("oLpay", "violated-oPay", 1_000));

  @Test
  void salesOfGoods() throws IOException {
    String text = Files.readString(sharedData().resolve("sales_of_goods-traces.json"));
    int compared = 0;
    for (String trace : text.split("\"name\":")) {
      if (!trace.contains("expectedStates")) {
        continue;
      }
      List<Entry> log = log(trace);
      long t = log.stream().mapToLong(Entry::earliest).max().orElse(0);
      Matcher expected =
          Pattern.compile("\"(\\w+)\\((oDel|oPay|oLpay)\\)\"")
              .matcher(trace.substring(trace.indexOf("expectedStates")));
      List<String[]> wanted = new ArrayList<>();
      while (expected.find()) {
        wanted.add(new String[] {expected.group(1), expected.group(2)});
      }
      // A violation shows once its deadline has passed; the traces are judged at their end, which
      // for the shortest lies before it.
      boolean isSuspended = wanted.stream().anyMatch(each -> each[0].equals("suspension"));
      t = Math.max(t, trace.contains("suspended(oDel)") ? 8 : 21);
      assertTrue(!isSuspended || t < 10, "suspended before delivery is due");
      Map<String, Lifecycle> actual = new HashMap<>();
      List<Entry> all = new ArrayList<>(log);
      for (Verdict each : Guarantees.state(CONTRACT, log, t, Moments.NEVER)) {
        if (each.duty().guarantee().value().equals("oPay") && each.state() == Lifecycle.BREACHED) {
          all.add(Entry.at("violated", 7, "rule", new Fact.Report("l", What.of("violated-oPay"))));
        }
      }
      for (Verdict each : Guarantees.state(CONTRACT, all, t, Moments.NEVER)) {
        actual.put(each.duty().guarantee().value(), each.state());
      }
      for (String[] each : wanted) {
        Lifecycle state = actual.get(each[1]);
        Lifecycle broken = STATES.get(each[0]);
        assertEquals(
            broken,
            state == Lifecycle.FULFILLED_LATE ? Lifecycle.BREACHED : state,
            each[1] + " in" + trace.substring(0, trace.indexOf(',')));
        compared++;
      }
    }
    assertEquals(14, compared);
  }

  private static List<Entry> log(String trace) {
    List<Entry> log = new ArrayList<>();
    String events = trace.substring(trace.indexOf("\"events\""), trace.indexOf("expectedStates"));
    Matcher event = Pattern.compile("\"(\\w+)(?:\\((\\w+)\\))?,(\\d+)\"").matcher(events);
    while (event.find()) {
      long at = Long.parseLong(event.group(3));
      Fact fact =
          switch (event.group(1)) {
            case "started" -> new Fact.Report("c", What.of("started"));
            case "delToBuyer" ->
                // delivered counts only in the quality the contract asks for
                trace.contains("quality(meatPacked, aaa)")
                    ? new Fact.Act("c", Promise.A, "oDel")
                    : new Fact.Act("c", Promise.A, "delivered-poor");
            case "paidToSeller" -> new Fact.Act("c", Promise.A, "oPay");
            case "paidLaToSeller" -> new Fact.Act("l", Promise.A, "oLpay");
            case "suspended" -> new Fact.Suspension(new GuaranteeId("oDel"), Promise.B, true);
            case "resumed" -> new Fact.Suspension(new GuaranteeId("oDel"), Promise.B, false);
            default -> new Fact.Milestone(event.group(1));
          };
      log.add(Entry.at(event.group(1) + at, at, "trace", fact));
    }
    return log;
  }

  private static Path sharedData() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared").resolve("data").resolve("symboleo");
      if (Files.isDirectory(found)) {
        return found;
      }
    }
    Assumptions.abort("shared/data/symboleo is not there: this oracle is not asked");
    throw new AssertionError();
  }
}
