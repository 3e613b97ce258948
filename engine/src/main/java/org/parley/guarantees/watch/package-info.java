/// **Where does every duty stand at a moment, as known at a cut?**
///
/// Here incidents are found, kept and looked at again; where the duties for one of them stand is
/// left to `org.parley.guarantees.fold`. [States] computes it from nothing, [Watch] folds it entry
/// by entry: a late record folds again only the incident it is about. A time known only as an
/// interval makes a verdict undetermined unless every time in it gives the same.
///
/// Cost: linear in the entries where times are exact and triggers look at one incident; windows add
/// the incidents they reach; unsure times multiply by the worlds they span, up to a bound beyond
/// which the verdict is undetermined.
@NullMarked
package org.parley.guarantees.watch;

import org.jspecify.annotations.NullMarked;
