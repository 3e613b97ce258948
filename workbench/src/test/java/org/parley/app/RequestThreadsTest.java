package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// On one processor, in a process of its own.
@Timeout(60)
class RequestThreadsTest {

  /// Long requests that end with a short one, which came after them.
  public static void main(String[] arguments) throws InterruptedException {
    RequestThreads.share();
    AtomicBoolean isAnswered = new AtomicBoolean();
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(
          Thread.startVirtualThread(
              () -> {
                while (!isAnswered.get()) {
                  Thread.onSpinWait();
                }
              }));
    }
    all.add(Thread.startVirtualThread(() -> isAnswered.set(true)));
    for (Thread each : all) {
      each.join();
    }
  }

  @Test
  void longRequestsDoNotHoldUpAShortOne() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "-cp",
                System.getProperty("java.class.path"),
                RequestThreadsTest.class.getName())
            .redirectErrorStream(true)
            .start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), printed);
    } finally {
      process.destroyForcibly();
    }
  }
}
