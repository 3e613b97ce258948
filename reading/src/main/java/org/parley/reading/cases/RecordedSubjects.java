package org.parley.reading.cases;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.parley.model.claim.Claim;
import org.parley.model.text.Subject;

/// Which subject claims on record are about where they use a word. Where claims say "Donbas" of one
/// point, "the Donbas" is that point, though no title has the word.
///
/// Of `n` claims with a term, `k` are about a subject. Its share is `k / (n + 1)` for a name, and
/// `k / (n + 3)` for another word, which some claims share by chance. The shares of the terms of a
/// phrase are averaged, rare terms weighted higher. A term that no claim has counts against every
/// subject. Cost: linear in the words of the claims, at most the last 20,000.
final class RecordedSubjects {

  private static final int MOST_CLAIMS = 20_000;
  private static final double ENOUGH = 0.55;
  private static final int PRIOR_OF_NAMES = 1;
  private static final int PRIOR_OF_WORDS = 3;

  /// A subject with its share of the claims that use some terms.
  record Shared(Subject subject, double share) {}

  /// The claims with a term.
  private static final class Uses {
    private int claims;
    private boolean isName = true;
    private final Map<Subject, Integer> about = new HashMap<>();
  }

  private final Map<String, Uses> byTerm = new HashMap<>();
  private final int claims;

  /// @param terms the terms of the words of a claim
  RecordedSubjects(List<Claim> claims, Function<String, ClaimTerms> terms) {
    List<Claim> last = claims.subList(Math.max(0, claims.size() - MOST_CLAIMS), claims.size());
    this.claims = last.size();
    for (Claim each : last) {
      ClaimTerms of = terms.apply(each.words());
      Set<String> common = new HashSet<>(of.common());
      Set<String> all = new HashSet<>(common);
      all.addAll(of.names());
      all.forEach(term -> add(term, each, !common.contains(term)));
    }
  }

  private void add(String term, Claim claim, boolean isName) {
    Uses uses = byTerm.computeIfAbsent(term, _ -> new Uses());
    uses.claims++;
    uses.isName &= isName;
    claim.about().forEach(subject -> uses.about.merge(subject, 1, Integer::sum));
  }

  /// The subject that claims with these terms agree on; empty if they do not, or are too few.
  ///
  /// @param isSubject whether a subject may be found
  Optional<Shared> find(Collection<String> terms, Predicate<Subject> isSubject) {
    Map<Subject, Double> shares = new HashMap<>();
    double all = 0;
    for (String term : terms) {
      Uses uses = byTerm.getOrDefault(term, new Uses());
      double weight = Math.log((claims + 2.0) / (uses.claims + 1));
      all += weight;
      double of = uses.claims + (uses.isName ? PRIOR_OF_NAMES : PRIOR_OF_WORDS);
      uses.about.forEach(
          (subject, count) -> shares.merge(subject, weight * count / of, Double::sum));
    }
    double enough = ENOUGH * all;
    double whole = all;
    return shares.entrySet().stream()
        .filter(each -> each.getValue() >= enough && isSubject.test(each.getKey()))
        .max(
            Map.Entry.<Subject, Double>comparingByValue()
                .thenComparing(each -> each.getKey().toString(), Comparator.reverseOrder()))
        .map(each -> new Shared(each.getKey(), each.getValue() / whole));
  }
}
