package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.fold.Outcome;
import org.parley.guarantees.fold.Worlds;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;

/// The state of every duty, computed from scratch.
public final class DutyStates {

  private DutyStates() {}

  /// The state of every duty affected by the log; see `Guarantees.state`.
  public static List<DutyVerdict> of(
      List<Commitment> commitments, Iterable<LoggedFact> log, long t, long k) {
    return of(commitments, log, t, k, Worlds.MOST_BOXES);
  }

  static List<DutyVerdict> of(
      List<Commitment> commitments, Iterable<LoggedFact> log, long t, long k, int mostBoxes) {
    return judged(commitments, log, t, k, mostBoxes).stream().map(Judged::verdict).toList();
  }

  /// A verdict, and the beginning of the breach, whatever followed; [Moments#NEVER] if there is
  /// none.
  record Judged(DutyVerdict verdict, long broken) {}

  static List<Judged> judged(
      List<Commitment> commitments, Iterable<LoggedFact> log, long t, long k, int mostBoxes) {
    Wards wards = new Wards(commitments, mostBoxes);
    Map<String, Followed> dossiers = new HashMap<>();
    Terms terms = new Terms(wards);
    for (LoggedFact entry : log) {
      if (entry.recorded() <= k) {
        String incident = entry.fact().incident();
        if (incident == null) {
          terms.add(entry);
        } else {
          dossiers.computeIfAbsent(incident, Followed::new).add(entry);
        }
      }
    }
    Map<Ward, List<Followed>> triggered = new HashMap<>();
    for (Followed dossier : dossiers.values()) {
      for (LoggedFact entry : dossier.entries()) {
        if (entry.fact() instanceof Fact.Report(_, What what)) {
          Wards.Hit hit = wards.hit(what);
          hit.voided().forEach(ward -> ward.addVoider(dossier));
          for (Ward ward : hit.touched()) {
            ward.place(dossier);
            List<Followed> own = triggered.computeIfAbsent(ward, _ -> new ArrayList<>());
            if ((own.isEmpty() || own.getLast() != dossier) && ward.concerns(dossier)) {
              own.add(dossier);
            }
          }
        }
      }
    }
    List<Judged> judged = new ArrayList<>();
    for (Ward ward : wards.all) {
      ward.restand(null);
      for (Followed dossier : triggered.getOrDefault(ward, List.of())) {
        Outcome outcome = new Outcome(ward.duties());
        ward.refold(dossier, t, outcome);
        List<DutyVerdict> verdicts = ward.verdicts(dossier, outcome, t, k);
        for (int duty = 0; duty < verdicts.size(); duty++) {
          judged.add(new Judged(verdicts.get(duty), outcome.broken[duty]));
        }
      }
    }
    judged.sort(java.util.Comparator.comparing(each -> each.verdict().duty()));
    return List.copyOf(judged);
  }
}
