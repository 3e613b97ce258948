package org.parley.guarantees.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.Promise;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.Within.LastInstant;

/// The expected states that the authors of Symboleo publish for a sale of goods, all of them.
///
/// Delivery before time 10 and payment before time 7, each with a power of the other side once it
/// is violated; late payment once payment is violated; a duty not to disclose, which disclosure
/// breaks at once. A power is in effect while what it answers is violated and it is not used; the
/// contract ends unsuccessfully when the power to terminate is used, and successfully when what
/// both sides owed is done.
class SymboleoOracleTest {

  private static Commitment obligation(
      String id, IncidentPattern trigger, long within, LastInstant end) {
    Promise promise = Promise.named(id);
    promise.trigger = new Trigger.Happens(trigger);
    promise.tier(id, ClockFrom.OCCURRENCE, within, end);
    promise.escalation = new Escalation.ByPower(Set.of(Promise.B));
    return promise.build();
  }

  private static final List<Commitment> CONTRACT =
      List.of(
          obligation("oDel", IncidentPattern.ofKind("started"), 10, LastInstant.TOO_LATE),
          obligation("oPay", IncidentPattern.ofKind("started"), 7, LastInstant.TOO_LATE),
          obligation(
              "oLpay",
              IncidentPattern.ofKind(IncidentPatterns.BREACH).withTraits("oPay"),
              1_000,
              LastInstant.TOO_LATE),
          obligation(
              "soSellerDisclosure", IncidentPattern.ofKind("disclosed"), 0, LastInstant.IN_TIME));

  @Test
  void salesOfGoods() throws IOException {
    String text = Files.readString(sharedData().resolve("sales_of_goods-traces.json"));
    int compared = 0;
    for (String trace : text.split("\"name\":")) {
      if (!trace.contains("expectedStates")) {
        continue;
      }
      List<LoggedFact> log = log(trace);
      // A trace is judged once its last event has passed; where nothing suspends delivery, once
      // delivery was due.
      long last = log.stream().mapToLong(LoggedFact::earliest).max().orElse(0);
      long t = Math.max(last + 1, trace.contains("suspended(oDel)") ? 0 : 11);
      Map<String, Lifecycle> states = new HashMap<>();
      for (DutyVerdict each : Guarantees.stateWithConsequences(CONTRACT, log, t, Moments.NEVER)) {
        states.put(each.duty().guarantee().value(), each.state());
      }
      Matcher expected =
          Pattern.compile("\"(\\w+)\\((\\w+)\\)\"")
              .matcher(trace.substring(trace.indexOf("expectedStates")));
      while (expected.find()) {
        assertEquals(
            expected.group(),
            "\"" + stateOf(expected.group(2), states) + "(" + expected.group(2) + ")\"",
            () -> states + " in" + trace.substring(0, trace.indexOf(',')));
        compared++;
      }
    }
    assertEquals(19, compared);
  }

  /// The state of an obligation, a power or the contract, in the words of Symboleo.
  private static String stateOf(String name, Map<String, Lifecycle> states) {
    return switch (name) {
      case "pSusDelivery" -> power(states.get("oPay"));
      case "pTermContract" -> power(states.get("oDel"));
      case "cArgToCan" ->
          states.get("oDel") == Lifecycle.ESCALATED
              ? "unsuccessfulTermination"
              : states.get("oDel") == Lifecycle.FULFILLED
                      && states.get("oPay") == Lifecycle.FULFILLED
                  ? "successfulTermination"
                  : "inEffect";
      default -> obligation(states.get(name));
    };
  }

  private static String power(@org.jspecify.annotations.Nullable Lifecycle answered) {
    return answered == Lifecycle.BREACHED ? "inEffect" : "none";
  }

  private static String obligation(@org.jspecify.annotations.Nullable Lifecycle state) {
    assertNotNull(state);
    return switch (state) {
      case FULFILLED -> "fulfillment";
      case BREACHED, FULFILLED_LATE, ESCALATED -> "violation";
      case DUE -> "inEffect";
      case SUSPENDED -> "suspension";
      case DORMANT, TRIGGERED_UNVERIFIED, VOID, EXPIRED, RELEASED, UNDETERMINED -> state.name();
    };
  }

  private static List<LoggedFact> log(String trace) {
    List<LoggedFact> log = new ArrayList<>();
    String events = trace.substring(trace.indexOf("\"events\""), trace.indexOf("expectedStates"));
    Matcher event = Pattern.compile("\"(\\w+)(?:\\((\\w+)\\))?,(\\d+)\"").matcher(events);
    // Late payment answers the breach of payment, one instant after the last in time.
    String breach = "breach of oPay#0/A after c";
    while (event.find()) {
      long at = Long.parseLong(event.group(3));
      Fact fact =
          switch (event.group(1)) {
            case "started" -> new Fact.Report("c", What.of("started"));
            case "disclosedSeller" -> new Fact.Report("d", What.of("disclosed"));
            case "delToBuyer" ->
                // delivered counts only in the quality the contract asks for
                trace.contains("quality(meatPacked, aaa)")
                    ? new Fact.Act("c", Promise.A, "oDel")
                    : new Fact.Act("c", Promise.A, "delivered-poor");
            case "paidToSeller" -> new Fact.Act("c", Promise.A, "oPay");
            case "paidLaToSeller" -> new Fact.Act(breach, Promise.A, "oLpay");
            case "suspended" -> new Fact.Suspension(new GuaranteeId("oDel"), Promise.B, true);
            case "resumed" -> new Fact.Suspension(new GuaranteeId("oDel"), Promise.B, false);
            case "terminated" -> new Fact.Invocation("c", new GuaranteeId("oDel"), Promise.B);
            default -> throw new AssertionError("no such event: " + event.group());
          };
      log.add(LoggedFact.at(event.group(1) + at, at, "trace", fact));
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
