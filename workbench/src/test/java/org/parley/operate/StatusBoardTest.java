package org.parley.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.operate.PartStatus.Condition;

@NullMarked
class StatusBoardTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");

  private final StatusBoard board = StatusBoard.begun(() -> NOON);

  @Test
  void aServerIsAsItsWorstPart() {
    assertEquals(Condition.WELL, board.look().condition());
    board.watch(ServerPart.ANCHORS, PartFinding.NO_ANCHORS::found);
    board.watch(ServerPart.DATABASE, PartFinding.ANSWERS::found);
    assertEquals(Condition.WELL, board.look().condition());
    board.watch(ServerPart.BACKUP, PartFinding.NEVER_BACKED_UP::found);
    assertEquals(Condition.LOOK, board.look().condition());
    board.watch(ServerPart.CASES, PartFinding.FAULTY::found);
    assertEquals(Condition.FAILING, board.look().condition());
    assertEquals(NOON, board.look().since());
  }

  @Test
  void aLookThatFailsIsAFinding() {
    board.watch(
        ServerPart.DATABASE,
        () -> {
          throw new IllegalStateException("a password");
        });
    assertEquals(Map.of(ServerPart.DATABASE, PartFinding.SILENT.found()), board.look().parts());
  }

  @Test
  void aCertificateIsToBeRenewedThreeWeeksBeforeItsEnd() {
    assertEquals(
        PartStatus.in(PartFinding.VALID, 21), board.certificate(NOON.plus(Duration.ofDays(21))));
    assertEquals(
        PartStatus.in(PartFinding.EXPIRES_SOON, 20),
        board.certificate(NOON.plus(Duration.ofDays(21)).minusSeconds(1)));
    assertEquals(
        PartStatus.in(PartFinding.EXPIRES_SOON, 0), board.certificate(NOON.plusSeconds(1)));
    assertEquals(PartFinding.EXPIRED.found(), board.certificate(NOON.minusSeconds(1)));
  }

  @Test
  void daysAreWhole() {
    assertEquals(0, board.daysSince(NOON.plusSeconds(5)));
    assertEquals(0, board.daysSince(NOON.minusSeconds(86_399)));
    assertEquals(1, board.daysSince(NOON.minusSeconds(86_400)));
  }

  @Test
  void aFolderThatIsNotThereHasNoRoom(@TempDir Path folder) {
    assertThrows(UncheckedIOException.class, () -> StatusBoard.room(folder.resolve("gone")));
  }
}
