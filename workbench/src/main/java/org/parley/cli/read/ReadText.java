package org.parley.cli.read;

import java.io.PrintWriter;
import org.parley.intake.Intake;
import org.parley.model.claim.Claim;
import org.parley.reading.Proposal;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CandidateWords;
import org.parley.reading.cases.CaseReading;
import org.parley.wording.Messages;

/// Prints a reading for people.
final class ReadText {

  private final PrintWriter out;

  ReadText(PrintWriter out) {
    this.out = out;
  }

  /// @param before how many proposals the texts before have
  void print(String name, CaseReading reading, boolean isOneOfMany, int before) {
    if (isOneOfMany) {
      out.println("== " + name);
    }
    out.println(summary(reading));
    out.println(
        "Source: "
            + reading.source().id()
            + ", reliability "
            + reading.source().reliability()
            + " ("
            + reading.whyReliable()
            + ")"
            + (reading.source().relays() == null ? "" : ", repeats " + reading.source().relays()));
    for (Candidate each : reading.candidates()) {
      out.println();
      print(each, before);
    }
    if (isOneOfMany) {
      out.println();
    }
  }

  private static String summary(CaseReading reading) {
    String dropped = Intake.dropped(reading);
    String day =
        reading.reading().article().published() == null
            ? "no day of publication is told"
            : "published " + reading.reading().article().published();
    String said = isUnclear(reading) ? Intake.language(reading) : Intake.limits(reading);
    return "Found "
        + Intake.found(reading)
        + "; "
        + day
        + "."
        + (dropped.isEmpty() ? "" : " Dropped: " + dropped + ".")
        + (said.isEmpty() ? "" : " " + said);
  }

  private static boolean isUnclear(CaseReading reading) {
    return reading.candidates().isEmpty() && !reading.reading().language().isDetected();
  }

  private void print(Candidate candidate, int before) {
    Proposal proposal = candidate.proposal();
    out.printf(
        java.util.Locale.ROOT,
        "%3d  %s, %d %%: %s%n",
        before + candidate.number(),
        CandidateWords.kind(proposal),
        proposal.confidence(),
        CandidateWords.gist(proposal));
    out.println("     \"" + proposal.quotation().words().replaceAll("\\s+", " ") + "\"");
    if (candidate.known() != null) {
      out.println("     on record already as " + candidate.known());
    } else if (candidate.record() instanceof Claim claim) {
      out.println(
          "     -> "
              + claim.id()
              + ": "
              + CandidateWords.record(claim)
              + ", said "
              + Messages.current().dates().say(claim.said()));
    } else if (candidate.record() != null) {
      out.println("     -> " + candidate.record().id());
    } else {
      out.println("     not to be written: " + candidate.missing());
    }
    candidate.notes().forEach(each -> out.println("     " + each));
  }
}
