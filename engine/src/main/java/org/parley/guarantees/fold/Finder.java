package org.parley.guarantees.fold;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.IncidentPattern;

/// The moment at which a rule of determination is first satisfied for an incident.
final class Finder {

  private Finder() {}

  /// The moment at which `rule` finds that the incident matches `meant`; [Moments#NEVER] if it does
  /// not. Never before the incident.
  ///
  /// @param obligor the obligor that determines for itself; null for joint duties
  static long determined(
      Determination rule,
      Dossier dossier,
      IncidentPattern meant,
      Commitment commitment,
      @Nullable PartyId obligor,
      World world) {
    if (!dossier.isReportedAs(meant, world)) {
      return Moments.NEVER;
    }
    long found = found(rule, dossier, meant, commitment, obligor, world);
    return found == Moments.NEVER ? found : Math.max(found, world.at(dossier));
  }

  /// Whether some world may find that the incident matches: an upper bound of [#determined].
  static boolean mayDetermine(
      Determination rule, Dossier dossier, IncidentPattern meant, Commitment commitment) {
    return dossier.mayBeReportedAs(meant) && mayFind(rule, dossier, meant, commitment);
  }

  private static boolean mayFind(
      Determination rule, Dossier dossier, IncidentPattern meant, Commitment commitment) {
    return switch (rule) {
      case Determination.SelfEvident _ -> true;
      case Determination.IndependentReports quorum ->
          quorum(quorum, dossier, what -> IncidentPatterns.mayMatch(meant, what)) != Moments.NEVER;
      case Determination.FoundBy(PartyId body) -> hasFinding(dossier, List.of(body));
      case Determination.EachObligor _ ->
          commitment.obligors().isEmpty() || hasFinding(dossier, commitment.obligors());
      case Determination.Council council ->
          dossier.entries().stream()
              .anyMatch(
                  entry ->
                      entry.fact() instanceof Fact.Ballot ballot
                          && ballot.body().equals(council.body()));
      case Determination.AnyOf(List<Determination> any) ->
          any.stream().anyMatch(each -> mayFind(each, dossier, meant, commitment));
      case Determination.AllOf(List<Determination> all) ->
          all.stream().allMatch(each -> mayFind(each, dossier, meant, commitment));
      case Determination.NotStated _ -> false;
    };
  }

  private static boolean hasFinding(Dossier dossier, List<PartyId> by) {
    List<LoggedFact> entries = dossier.entries();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).fact() instanceof Fact.Finding finding
          && finding.isMet()
          && by.contains(finding.by())) {
        return true;
      }
    }
    return false;
  }

  private static long found(
      Determination rule,
      Dossier dossier,
      IncidentPattern meant,
      Commitment commitment,
      @Nullable PartyId obligor,
      World world) {
    return switch (rule) {
      case Determination.SelfEvident _ -> world.at(dossier);
      case Determination.IndependentReports quorum ->
          quorum(
              quorum,
              dossier,
              what -> IncidentPatterns.matches(meant, world.attributed(dossier, what)));
      case Determination.FoundBy(PartyId body) -> finding(body, dossier, world);
      case Determination.EachObligor _ -> ownFinding(dossier, commitment, obligor, world);
      case Determination.Council council -> vote(council, dossier, world);
      case Determination.AnyOf(List<Determination> any) -> {
        long first = Moments.NEVER;
        for (Determination each : any) {
          first = Math.min(first, found(each, dossier, meant, commitment, obligor, world));
        }
        yield first;
      }
      case Determination.AllOf(List<Determination> all) -> {
        long last = all.isEmpty() ? Moments.NEVER : Moments.ALWAYS;
        for (Determination each : all) {
          last = Math.max(last, found(each, dossier, meant, commitment, obligor, world));
        }
        yield last;
      }
      case Determination.NotStated _ -> Moments.NEVER;
    };
  }

  static long quorum(
      Determination.IndependentReports quorum, Dossier dossier, Predicate<What> meant) {
    String[] counted = new String[quorum.groups()];
    long reached = Moments.NEVER;
    for (int n = 0; n < counted.length; n++) {
      reached = Moments.NEVER;
      String next = null;
      List<LoggedFact> entries = dossier.entries();
      for (int i = 0; i < entries.size(); i++) {
        LoggedFact entry = entries.get(i);
        if (entry.fact() instanceof Fact.Report report
            && entry.reported() < reached
            && (quorum.eligible().isEmpty() || quorum.eligible().contains(entry.group()))
            && !holds(counted, n, entry.group())
            && meant.test(report.what())) {
          reached = entry.reported();
          next = entry.group();
        }
      }
      if (next == null) {
        return Moments.NEVER;
      }
      counted[n] = next;
    }
    return reached;
  }

  private static boolean holds(String[] counted, int upTo, String group) {
    for (int i = 0; i < upTo; i++) {
      if (counted[i].equals(group)) {
        return true;
      }
    }
    return false;
  }

  private static long finding(PartyId body, Dossier dossier, World world) {
    long first = Moments.NEVER;
    List<LoggedFact> entries = dossier.entries();
    for (int i = 0; i < entries.size(); i++) {
      LoggedFact entry = entries.get(i);
      if (entry.fact() instanceof Fact.Finding finding
          && finding.isMet()
          && finding.by().equals(body)) {
        first = Math.min(first, world.at(entry));
      }
    }
    return first;
  }

  private static long ownFinding(
      Dossier dossier, Commitment commitment, @Nullable PartyId obligor, World world) {
    if (obligor != null) {
      return finding(obligor, dossier, world);
    }
    boolean needsAll = commitment.liability() == Guarantee.Liability.JOINTLY;
    long result = needsAll ? Moments.ALWAYS : Moments.NEVER;
    for (PartyId each : commitment.obligors()) {
      long found = finding(each, dossier, world);
      result = needsAll ? Math.max(result, found) : Math.min(result, found);
    }
    return result;
  }

  /// The moment at which the vote was carried.
  static long vote(Determination.Council council, Dossier dossier, World world) {
    List<Long> inFavour = new ArrayList<>();
    Set<PartyId> counted = new HashSet<>();
    long veto = Moments.NEVER;
    List<LoggedFact> entries = new ArrayList<>(dossier.entries());
    entries.sort(java.util.Comparator.comparingLong(world::at));
    for (LoggedFact entry : entries) {
      if (!(entry.fact() instanceof Fact.Ballot ballot)
          || !ballot.body().equals(council.body())
          || !ballot.question().equals(council.question())
          || !council.members().contains(ballot.voter())) {
        continue;
      }
      if (!ballot.isInFavour()) {
        if (council.vetoes().contains(ballot.voter())) {
          veto = Math.min(veto, world.at(entry));
        }
      } else if (counted.add(ballot.voter())) {
        inFavour.add(world.at(entry));
      }
    }
    if (inFavour.size() < council.needed()) {
      return Moments.NEVER;
    }
    long carried = inFavour.get(council.needed() - 1);
    return veto <= carried ? Moments.NEVER : carried;
  }
}
