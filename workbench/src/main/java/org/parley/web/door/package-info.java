/// **Who asks, and may they?** Every request comes in here before anything else looks at it.
/// - A [Door] finds out who asks: [LocalDoor] lets this machine in as the mediator, [AccountDoor]
///   knows accounts, sessions and tokens, and slows down those who guess.
/// - [Routes] is the table of everything that is answered; each [Route] says who may ask.
/// - [Gate] puts the protecting headers on every answer and tells forms of this server from those
///   of others.
///
/// Admitting costs one look-up in the database of accounts, or nothing where there are none.
@NullMarked
package org.parley.web.door;

import org.jspecify.annotations.NullMarked;
