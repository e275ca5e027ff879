import {
  Activity,
  DoorOpen,
  Eraser,
  FileJson,
  Globe,
  History,
  House,
  Network,
  ScrollText,
  Siren,
  Timer,
  UserRound,
  UserSearch,
  Users,
} from 'lucide';
import type { IconNode } from 'lucide';
import type { ComponentType } from 'preact';
import { People } from './people/people';
import { Teams } from './people/teams';
import { Health } from './health/health';
import { SharedNumbers } from './routing/shared-numbers';
import { Doors } from './routing/doors';
import { House as HouseSettings } from './routing/house';
import { Alerts } from './outside/alerts';
import { Sites } from './outside/sites';
import type { Place } from './place';
import { AccessLog } from './privacy/access-log';
import { Erasures } from './privacy/erasures';
import { Privacy } from './privacy/privacy';
import { Retention } from './privacy/retention';
import { Changes } from './settings/changes';
import { SettingsFile } from './settings/settings-file';
import type { AdminWords } from './words-en';

export type Section = {
  name: keyof AdminWords['section'];
  icon: IconNode;
  Content: ComponentType<{ place: Place }>;
};

/** Everything the page has, in the order of its menu. */
export const groups: { name: keyof AdminWords['group']; sections: Section[] }[] = [
  {
    name: 'routing',
    sections: [
      { name: 'doors', icon: DoorOpen, Content: Doors },
      { name: 'people', icon: UserRound, Content: People },
      { name: 'teams', icon: Users, Content: Teams },
      { name: 'shared-numbers', icon: Network, Content: SharedNumbers },
      { name: 'house', icon: House, Content: HouseSettings },
      { name: 'health', icon: Activity, Content: Health },
      { name: 'changes', icon: History, Content: Changes },
      { name: 'settings-file', icon: FileJson, Content: SettingsFile },
    ],
  },
  {
    name: 'privacy',
    sections: [
      { name: 'privacy', icon: UserSearch, Content: Privacy },
      { name: 'access-log', icon: ScrollText, Content: AccessLog },
      { name: 'retention', icon: Timer, Content: Retention },
      { name: 'erasures', icon: Eraser, Content: Erasures },
    ],
  },
  {
    name: 'outside',
    sections: [
      { name: 'alerts', icon: Siren, Content: Alerts },
      { name: 'sites', icon: Globe, Content: Sites },
    ],
  },
];

export const sections: Section[] = groups.flatMap((group) => group.sections);
export const first = sections[0] as Section;
