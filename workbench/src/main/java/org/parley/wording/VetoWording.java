package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.veto.VetoException;
import org.parley.veto.VetoMessage;
import org.parley.veto.VetoState;
import org.parley.veto.VetoStep;
import org.parley.veto.VetoTerms;

/// The wording of anonymous vetoes, in the current language.
public final class VetoWording {

  private VetoWording() {}

  /// How far a round has come; for a complete one, a line for each package.
  public static String state(VetoState state) {
    Messages messages = Messages.current();
    return switch (state) {
      case VetoState.Waiting(VetoStep step, List<String> parties) ->
          messages.text("veto.waiting", "step", step, "parties", messages.all(parties));
      case VetoState.Withdrawn(String party) -> messages.text("veto.withdrawn", "party", party);
      case VetoState.Complete complete -> {
        List<String> lines = new ArrayList<>();
        lines.add(
            messages.text(
                "veto.complete",
                "count",
                complete.accepted().size(),
                "accepted",
                complete.accepted().values().stream().filter(each -> each).count()));
        complete
            .accepted()
            .forEach((id, all) -> lines.add(messages.text("veto.package", "id", id, "all", all)));
        yield lines.stream().collect(Collectors.joining(System.lineSeparator()));
      }
    };
  }

  /// The terms, to be read by those who take part.
  public static String begun(VetoTerms terms) {
    return Messages.current()
        .text(
            "veto.begun",
            "parties",
            terms.parties().size(),
            "packages",
            terms.packages().size(),
            "round",
            terms.round());
  }

  /// A message was written to a file.
  public static String written(VetoMessage message, String file) {
    return Messages.current().text("veto.written", "step", message.step(), "file", file);
  }

  /// There is such a file already.
  public static String exists(String file) {
    return Messages.current().text("veto.exists", "file", file);
  }

  /// The reason of a refusal, with line and code.
  public static String refused(VetoException e) {
    return Messages.current()
        .text(
            "veto.refused",
            "line",
            e.line(),
            "why",
            new Complaint(e.fault(), e.value()).sentence(),
            "code",
            e.fault().code());
  }
}
