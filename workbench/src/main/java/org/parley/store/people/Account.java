package org.parley.store.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody, or some program, who may come in.
///
/// @param name the name under which it is known here, and its changes are recorded
/// @param role the name of its role: `mediator`
/// @param party the party whose eyes these are; absent where it is nobody's
/// @param created since when
public record Account(String name, String role, @Nullable String party, Instant created) {}
