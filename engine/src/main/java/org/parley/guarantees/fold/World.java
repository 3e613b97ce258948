package org.parley.guarantees.fold;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;

/// One possible history: a moment for each incident and entry, and an actor for each open
/// attribution.
final class World {

  /// The world of times that are exact.
  static final World EXACT = new World(null);

  private final @Nullable IdentityHashMap<Object, Long> chosen;

  World(@Nullable IdentityHashMap<Object, Long> chosen) {
    this.chosen = chosen;
  }

  long at(LoggedFact entry) {
    return chosen == null || entry.earliest() == entry.latest()
        ? entry.earliest()
        : choice(chosen, entry, entry.earliest());
  }

  long at(Dossier dossier) {
    return chosen == null || dossier.earliest() == dossier.latest()
        ? dossier.earliest()
        : choice(chosen, dossier, dossier.earliest());
  }

  /// A report with the actor it has in this world.
  What attributed(Dossier dossier, What what) {
    return what.isUnattributed()
        ? what.attributed(
            chosen == null
                || choice(chosen, dossier.attribution(what), WorldBox.BY_FIRST)
                    == WorldBox.BY_FIRST)
        : what;
  }

  private static long choice(IdentityHashMap<Object, Long> chosen, Object what, long otherwise) {
    Long moment = chosen.get(what);
    return moment == null ? otherwise : moment;
  }
}
