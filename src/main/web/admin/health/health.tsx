import { useEffect } from 'preact/hooks';
import { adminApi } from '../api';
import { Loaded, useAsked } from '../parts/loaded';
import { routingApi } from '../routing-api';
import { Now } from './now';
import { Phones } from './phones';
import { TestCallsHere } from './test-calls';

const often = 10_000; // milliseconds: what is shown here is never much older

/** Whether calls get through, and what they go through. */
export function Health() {
  const asked = useAsked(() => Promise.all([adminApi.health(), routingApi.house()]), '');
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && asked.again(), often);
    return () => clearInterval(timer);
  }, []);
  return (
    <Loaded asked={asked}>
      {([health, house]) => (
        <>
          <TestCallsHere all={health.testCalls} every={house.testCallSeconds} made={asked.again} />
          <Now health={health} />
          <Phones all={health.phones} />
        </>
      )}
    </Loaded>
  );
}
