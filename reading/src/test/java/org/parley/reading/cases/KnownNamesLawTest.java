package org.parley.reading.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.text.PointId;

/// The names of a case after changes are those of a case that is seen for the first time.
class KnownNamesLawTest {

  private static final List<String> SPEAKERS =
      List.of("Ann Berg", "Anna Berg", "Yuri Zelensky", "Yury Zelenskyy", "José Muñoz", "Li", "");
  private static final List<String> PARTIES = List.of("chile", "norway");

  @Test
  void namesAfterChangesAreThoseOfACaseSeenAnew() {
    Random random = new Random(7);
    List<CaseRecord> claims = new ArrayList<>();
    KnownNames names = new KnownNames(SmallCase.view());
    for (int step = 0; step < 60; step++) {
      if (!claims.isEmpty() && random.nextInt(3) == 0) {
        claims.remove(random.nextInt(claims.size()));
      } else {
        claims.add(
            SmallCase.claim(
                "c-" + step,
                SPEAKERS.get(random.nextInt(SPEAKERS.size() - 1)),
                PARTIES.get(random.nextInt(PARTIES.size())),
                new PointId("toll"),
                new Assertion.Open()));
      }
      CaseView view = SmallCase.view(claims.toArray(CaseRecord[]::new));
      names = new KnownNames(view, names);
      KnownNames anew = new KnownNames(view);
      for (String speaker : SPEAKERS) {
        assertEquals(anew.speaker(speaker), names.speaker(speaker), speaker);
        String last = FoldedName.lastName(speaker);
        assertEquals(
            anew.claimsBy(last).stream().map(Claim::id).toList(),
            names.claimsBy(last).stream().map(Claim::id).toList());
        if (!speaker.isEmpty()) {
          assertEquals(
              anew.parties("en").of(SmallCase.speaker(speaker, null), "They spoke."),
              names.parties("en").of(SmallCase.speaker(speaker, null), "They spoke."));
        }
        assertEquals(
            anew.people("en").find("the chief negotiator"),
            names.people("en").find("the chief negotiator"));
      }
    }
  }
}
