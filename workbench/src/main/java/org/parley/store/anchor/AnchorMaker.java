package org.parley.store.anchor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.store.Anchor;
import org.parley.store.Entry;
import org.parley.store.FieldHash;
import org.parley.store.Journal;

/// Signs the heads of a journal, and appends them to a file of anchors.
public final class AnchorMaker {

  private AnchorMaker() {}

  /// An anchor as it was appended.
  ///
  /// @param trouble why it has no time stamp though one was wanted, with advice; null if it has
  public record MadeAnchor(SignedAnchor anchor, @Nullable String trouble) {}

  /// When the last anchor in a file was made; empty if there is none.
  public static Optional<Instant> lastMade(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    AtomicReference<@Nullable Instant> last = new AtomicReference<>();
    AnchorFile.read(
        file,
        (_, text) -> {
          try {
            if (text != null) {
              last.set(SignedAnchor.of(text).made());
            }
          } catch (AnchorRefused e) {
            // perhaps cut short by a power failure: the one before it counts
          }
        });
    return Optional.ofNullable(last.get());
  }

  /// Makes an anchor.
  ///
  /// @param at the moment
  /// @throws AnchorRefused if the key is none, the journal is empty, or what was anchored last is
  ///   not in the journal
  public static MadeAnchor make(Journal journal, AnchorPlan plan, Instant at)
      throws IOException, AnchorRefused, InterruptedException {
    return Objects.requireNonNull(append(journal, plan, at, _ -> true));
  }

  /// Makes an anchor if the one before is old enough, and something was recorded since.
  static Optional<MadeAnchor> makeIfDue(Journal journal, AnchorPlan plan, Instant at)
      throws IOException, AnchorRefused, InterruptedException {
    Anchor head = journal.anchor();
    Predicate<@Nullable SignedAnchor> isDue =
        last ->
            last == null
                || (!last.made().plus(plan.every()).isAfter(at) && !last.head().equals(head));
    return Optional.ofNullable(append(journal, plan, at, isDue));
  }

  private static @Nullable MadeAnchor append(
      Journal journal, AnchorPlan plan, Instant at, Predicate<@Nullable SignedAnchor> wanted)
      throws IOException, AnchorRefused, InterruptedException {
    AnchorSigner signer = AnchorSigner.read(plan.key());
    String origin =
        journal
            .find(1)
            .map(Entry::hash)
            .orElseThrow(
                () ->
                    new AnchorRefused("the journal has no entries. Maybe record something first"));
    return AnchorFile.append(
        plan.file(),
        last -> {
          if (!wanted.test(last)) {
            return null;
          }
          if (last != null) {
            mustFollow(journal, origin, last);
          }
          SignedAnchor next =
              signer.sign(
                  origin,
                  journal.anchor(),
                  at.truncatedTo(ChronoUnit.MICROS),
                  last == null ? FieldHash.START : last.digestText());
          MadeAnchor made = stamped(next, plan.authority());
          return new AnchorFile.NextAnchor<>(made.anchor, made);
        });
  }

  /// A journal that lost what was anchored is not anchored again: nobody would look at the file.
  private static void mustFollow(Journal journal, String origin, SignedAnchor last)
      throws AnchorRefused {
    if (!last.origin().equals(origin)) {
      throw new AnchorRefused(
          "the file has anchors of a journal that begins with another entry. Maybe name another"
              + " file for each journal");
    }
    Anchor head = last.head();
    boolean isThere =
        journal.find(head.entries()).filter(each -> each.hash().equals(head.hash())).isPresent();
    if (!isThere) {
      throw new AnchorRefused(
          "entry "
              + head.entries()
              + " is not the one that was anchored on "
              + last.made()
              + ": the journal was rewritten or cut. Maybe see parley anchor verify");
    }
  }

  private static MadeAnchor stamped(SignedAnchor anchor, @Nullable URI authority)
      throws InterruptedException {
    if (authority == null) {
      return new MadeAnchor(anchor, null);
    }
    try (TimeStampClient client = new TimeStampClient(authority)) {
      byte[] stamp = client.stamp(anchor.digest());
      return new MadeAnchor(anchor.with(Base64.getEncoder().encodeToString(stamp)), null);
    } catch (IOException | AnchorRefused e) {
      return new MadeAnchor(anchor, String.valueOf(e.getMessage()));
    }
  }
}
