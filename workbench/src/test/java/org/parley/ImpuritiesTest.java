package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each way out of the arguments is found, however it is written.
@NullMarked
class ImpuritiesTest {

  @SuppressWarnings("unused")
  private static final class Pure {
    long sum(List<Long> all, long seed) {
      long[] copy = new long[all.size()];
      System.arraycopy(new long[all.size()], 0, copy, 0, copy.length);
      List<Long> shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, new Random(seed));
      return shuffled.getFirst()
          + Math.round(StrictMath.exp(Math.sqrt(2)))
          + new SplittableRandom(seed).nextLong()
          + LocalDate.of(2031, 1, 1).toEpochDay();
    }
  }

  @SuppressWarnings("unused")
  private static final class AFile {
    boolean of(String name) {
      return Files.exists(Path.of(name));
    }
  }

  @SuppressWarnings("unused")
  private static final class ANetwork {
    String of(String name) {
      return URI.create(name).getHost();
    }
  }

  @SuppressWarnings("unused")
  private static final class AVoice {
    void say(String text) {
      System.out.println(text);
    }
  }

  @SuppressWarnings("unused")
  private static final class AClockByReference {
    LongSupplier clock() {
      return System::nanoTime;
    }
  }

  @SuppressWarnings("unused")
  private static final class AClockAsAnArgument {
    Instant at(Clock clock) {
      return clock.instant();
    }
  }

  @SuppressWarnings("unused")
  private static final class AMoment {
    Instant now() {
      return Instant.now();
    }
  }

  @SuppressWarnings("unused")
  private static final class ADay {
    LocalDate today() {
      return LocalDate.now(ZoneId.of("UTC"));
    }
  }

  @SuppressWarnings("unused")
  private static final class AnEnvironment {
    String home() {
      return String.valueOf(System.getenv("HOME"));
    }
  }

  @SuppressWarnings("unused")
  private static final class AProcessor {
    int count() {
      return Runtime.getRuntime().availableProcessors();
    }
  }

  @SuppressWarnings("unused")
  private static final class AZone {
    ZoneId here() {
      return ZoneId.systemDefault();
    }
  }

  @SuppressWarnings("unused")
  private static final class ALocale {
    Locale here() {
      return Locale.getDefault();
    }
  }

  @SuppressWarnings("unused")
  private static final class Chance {
    int roll() {
      return new Random().nextInt();
    }
  }

  @SuppressWarnings("unused")
  private static final class ChanceOfAThread {
    int roll() {
      return ThreadLocalRandom.current().nextInt();
    }
  }

  @SuppressWarnings("unused")
  private static final class ChanceInAShuffle {
    void shuffle(List<Long> all) {
      Collections.shuffle(all);
    }
  }

  @SuppressWarnings("unused")
  private static final class ChanceInAnId {
    UUID id() {
      return UUID.randomUUID();
    }
  }

  @SuppressWarnings("unused")
  private static final class ALastBit {
    double half(double exponent) {
      return Math.exp(exponent) / 2;
    }
  }

  @SuppressWarnings("unused")
  private static final class ALastBitByReference {
    DoubleUnaryOperator of() {
      return Math::log;
    }
  }

  private static Set<String> impuritiesOf(Class<?> type) {
    return Impurities.of(new ClassFileImporter().importClass(type));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        AFile.class,
        ANetwork.class,
        AVoice.class,
        AClockByReference.class,
        AClockAsAnArgument.class,
        AMoment.class,
        ADay.class,
        AnEnvironment.class,
        AProcessor.class,
        AZone.class,
        ALocale.class,
        Chance.class,
        ChanceOfAThread.class,
        ChanceInAShuffle.class,
        ChanceInAnId.class,
        ALastBit.class,
        ALastBitByReference.class
      })
  void isFound(Class<?> type) {
    assertFalse(impuritiesOf(type).isEmpty(), type.getSimpleName());
  }

  @ParameterizedTest
  @ValueSource(classes = Pure.class)
  void argumentsAlonePass(Class<?> type) {
    assertEquals(Set.of(), impuritiesOf(type));
  }
}
