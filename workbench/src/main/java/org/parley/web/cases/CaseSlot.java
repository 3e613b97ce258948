package org.parley.web.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cases.HostedCase;
import org.parley.store.people.Admissions;

/// One case of a server: closed, or open and in use by so many requests. Thread-safe.
final class CaseSlot {

  /// Opens the case of a slot.
  interface Opening {
    OpenedCase open(CaseSlot slot) throws JournalUnavailableException;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private volatile HostedCase hosted;
  private volatile Admissions admissions;
  private volatile Instant usedAt = Instant.MIN;
  private volatile @Nullable OpenedCase opened;
  private final AtomicLong news = new AtomicLong();
  private int users;
  private boolean closesWhenIdle;

  CaseSlot(HostedCase hosted, Admissions admissions) {
    this.hosted = hosted;
    this.admissions = admissions;
  }

  HostedCase hosted() {
    return hosted;
  }

  Admissions admissions() {
    return admissions;
  }

  void admit(Admissions now) {
    admissions = now;
  }

  /// How often news came that something was recorded in it.
  long news() {
    return news.get();
  }

  /// Something was recorded in it, perhaps by another server.
  void hear() {
    news.incrementAndGet();
  }

  Instant usedAt() {
    return usedAt;
  }

  boolean isOpen() {
    return opened != null;
  }

  HostedCases.CaseUse use(Opening opening, Instant now) throws JournalUnavailableException {
    lock.lock();
    try {
      OpenedCase used = opened;
      if (used == null) {
        used = opening.open(this);
        opened = used;
      }
      return used(used, now);
    } finally {
      lock.unlock();
    }
  }

  Optional<HostedCases.CaseUse> useIfOpen(Instant now) {
    lock.lock();
    try {
      return Optional.ofNullable(opened).map(known -> used(known, now));
    } finally {
      lock.unlock();
    }
  }

  private HostedCases.CaseUse used(OpenedCase used, Instant now) {
    users++;
    usedAt = now;
    AtomicBoolean isOver = new AtomicBoolean();
    return new HostedCases.CaseUse() {
      @Override
      public OpenedCase opened() {
        return used;
      }

      @Override
      public void close() {
        if (isOver.compareAndSet(false, true)) {
          release();
        }
      }
    };
  }

  private void release() {
    lock.lock();
    try {
      users--;
      if (closesWhenIdle) {
        closeIfIdle();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Closes it once no request is being answered.
  void closeWhenIdle() {
    lock.lock();
    try {
      closesWhenIdle = true;
      closeIfIdle();
    } finally {
      lock.unlock();
    }
  }

  /// Closes it, unless a request is being answered.
  void closeIfIdle() {
    lock.lock();
    try {
      if (users == 0) {
        shut();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Makes it another state of the same case, which is opened anew.
  void become(HostedCase now) {
    lock.lock();
    try {
      hosted = now;
      closeWhenIdle();
    } finally {
      lock.unlock();
    }
  }

  /// Closes it at once.
  void close() {
    lock.lock();
    try {
      shut();
    } finally {
      lock.unlock();
    }
  }

  private void shut() {
    OpenedCase used = opened;
    opened = null;
    closesWhenIdle = false;
    if (used != null) {
      used.close();
    }
  }
}
