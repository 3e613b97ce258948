package org.parley.exact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.ReloadingLoader;

/// Every search looks at its stop signal after bounded work, and ends soon after it says stop:
/// counted in loops turned and methods begun, on inputs that would keep it busy for long.
class StopLawTest {

  /// What compiled code does in about a tenth of a second.
  private static final long MOST_TICKS = 32_000_000;

  @TestFactory
  Stream<DynamicTest> everySearchLooksAtItsStopSignal() throws ReflectiveOperationException {
    var loader = new ReloadingLoader(StopLawTest.class.getClassLoader(), Counting::of);
    Class<?> searches = loader.loadClass("org.parley.exact.StoppableSearches");
    var names = (List<?>) searches.getMethod("names").invoke(null);
    return names.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name.toString(),
                    () -> {
                      var run =
                          (Callable<?>) searches.getMethod("of", String.class).invoke(null, name);
                      long most = (Long) run.call();
                      assertTrue(
                          most <= MOST_TICKS,
                          () -> name + " did " + most + " ticks without a look");
                    }));
  }
}
